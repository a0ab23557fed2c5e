/** Tests of error mapping. */
@org.jspecify.annotations.NullMarked
package ft.transcendence.subgraph.error;
