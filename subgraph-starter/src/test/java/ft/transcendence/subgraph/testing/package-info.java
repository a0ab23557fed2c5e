/** Infrastructure for tests of subgraphs: real servers, tokens like Keycloak's, and a GraphQL client. */
@NullMarked
package ft.transcendence.subgraph.testing;

import org.jspecify.annotations.NullMarked;
