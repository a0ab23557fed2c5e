/**
 * GraphQL over HTTP, served on Reactor Netty ahead of Spring's filter chain.
 *
 * <p>Names: an <i>exchange</i> is one HTTP request with its response. A <i>connection</i> is a WebSocket, as graphql-transport-ws calls
 * it; HTTP connections to subgraphs are {@code PooledConnection}s. A <i>stream</i> is the open result of a subscription.
 */
@NullMarked
package ft.transcendence.gateway.http;

import org.jspecify.annotations.NullMarked;
