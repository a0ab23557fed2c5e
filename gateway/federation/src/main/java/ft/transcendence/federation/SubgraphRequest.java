package ft.transcendence.federation;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One GraphQL request to a subgraph, ready to be sent as an HTTP POST with {@code Content-Type: application/json}.
 *
 * @param subgraph the subgraph's name as the supergraph's {@code @join__graph(name:)} gives it
 * @param url the routing URL from the supergraph; the transport may use another one
 * @param body the JSON body in UTF-8, a heap buffer that must only be read
 * @param kind a query may be retried or shared with an equal one in flight, a mutation never
 * @param context the client request this belongs to
 * @param subscribedField the field of the subgraph that a subscription asks for; null for other kinds
 */
public record SubgraphRequest(
        String subgraph,
        String url,
        ByteBuffer body,
        OperationKind kind,
        RequestContext context,
        @Nullable String subscribedField) {

    /** A query or mutation. */
    public SubgraphRequest(String subgraph, String url, ByteBuffer body, OperationKind kind, RequestContext context) {
        this(subgraph, url, body, kind, context, null);
    }
}
