/** What stops an execution. */
@org.jspecify.annotations.NullMarked
package ft.transcendence.subgraph.execution;
