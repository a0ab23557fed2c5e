package ft.transcendence.gateway.subgraph;

import ft.transcendence.gateway.client.PostTarget;
import reactor.netty.http.client.HttpClient;

/**
 * One address of a subgraph.
 *
 * @param calls for queries and mutations
 * @param stream for subscriptions; has the address and the fixed headers
 */
record Endpoint(PostTarget calls, HttpClient.RequestSender stream) {}
