/** Tests of the limits for executions. */
@org.jspecify.annotations.NullMarked
package ft.transcendence.subgraph.execution;
