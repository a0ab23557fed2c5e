/** What clients are told of failures. */
@org.jspecify.annotations.NullMarked
package ft.transcendence.subgraph.error;
