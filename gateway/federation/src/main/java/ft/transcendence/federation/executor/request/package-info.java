/** Writes requests to subgraphs: GraphQL documents, variables, representations of entities. */
@NullMarked
package ft.transcendence.federation.executor.request;

import org.jspecify.annotations.NullMarked;
