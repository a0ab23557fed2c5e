/**
 * Authentication and authorization: the gateway's credential, the caller's token, and the rules on methods.
 *
 * <p>In the subgraphs, a caller is always the authenticated user or service account of a request. The other end of the
 * connection is called the client.
 */
@NullMarked
package ft.transcendence.subgraph.security;

import org.jspecify.annotations.NullMarked;
