package ft.transcendence.federation;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One GraphQL request to a subgraph, ready to be sent as an HTTP POST with {@code Content-Type: application/json}.
 *
 * @param subgraph the subgraph's name, from {@code @join__graph(name:)} in the supergraph
 * @param url the routing URL from the supergraph; the transport may use a different one
 * @param body the JSON body in UTF-8, a heap buffer that must not be written to
 * @param kind a query may be retried, or shared with an identical one in flight; a mutation may not
 * @param context the client request that this request belongs to
 * @param subscribedField the root field of a subscription; null for other kinds
 * @param observer sees the outcome, which the engine reports to it
 * @param entities where the representations are in the body; null if the request has none, or the transport does not read them
 */
public record SubgraphRequest(
        String subgraph,
        String url,
        ByteBuffer body,
        OperationKind kind,
        RequestContext context,
        @Nullable String subscribedField,
        FetchObserver observer,
        @Nullable RequestedEntities entities) {

    /** A query or mutation. */
    public SubgraphRequest(String subgraph, String url, ByteBuffer body, OperationKind kind, RequestContext context) {
        this(subgraph, url, body, kind, context, null);
    }

    /** A request that nobody observes. */
    public SubgraphRequest(
            String subgraph,
            String url,
            ByteBuffer body,
            OperationKind kind,
            RequestContext context,
            @Nullable String subscribedField) {
        this(subgraph, url, body, kind, context, subscribedField, FetchObserver.NONE, null);
    }

    /**
     * The offset in the body's array from which it does not depend on the name of the client's operation: queries that are equal from there have
     * the same response.
     */
    public int afterName() {
        byte[] text = body.array();
        int at = body.arrayOffset() + body.position();
        // {"operationName":"Name","query":"query Name… or {"query":"query… or {"query":"{…
        for (int quotes = text[at + 2] == 'o' ? 7 : 3; quotes > 0; at++) {
            if (text[at] == '"') {
                quotes--;
            }
        }
        while (Character.isLetter(text[at])) {
            at++;
        }
        if (text[at] == ' ') {
            at++;
            while (text[at] == '_' || Character.isLetterOrDigit(text[at])) {
                at++;
            }
        }
        return at;
    }

    /** A copy of the body, for clients that take arrays. */
    public byte[] bodyAsBytes() {
        byte[] copy = new byte[body.remaining()];
        body.get(body.position(), copy);
        return copy;
    }

    /** The same request, observed by what the context's observer returns for it. */
    public SubgraphRequest observed() {
        FetchObserver chosen = context.observer().fetchStarted(this);
        return chosen == FetchObserver.NONE
                ? this
                : new SubgraphRequest(subgraph, url, body, kind, context, subscribedField, chosen, entities);
    }

    /** The same request with another body, which has other representations or none. */
    public SubgraphRequest withBody(ByteBuffer other) {
        return new SubgraphRequest(subgraph, url, other, kind, context, subscribedField, observer, null);
    }
}
