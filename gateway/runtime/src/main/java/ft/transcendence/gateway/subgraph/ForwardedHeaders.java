package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.RequestContext;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.header.HeaderSelection;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.identity.ClaimHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps the headers of a request that any subgraph may receive, by the current settings: the client's, and the claims of its token. */
@Component
public final class ForwardedHeaders {
    private final ClaimHeaderNames claims;
    private volatile HeaderSelection selection;

    ForwardedHeaders(SubgraphProperties properties, ClaimHeaderNames claims) {
        this.claims = claims;
        this.selection = properties.headerSelection(claims.names());
    }

    /**
     * Attaches the selected headers to the context, where the transport finds them.
     *
     * @param caller the verified caller, whose {@code Authorization} header replaces the client's
     */
    public RequestContext.Builder attach(RequestContext.Builder context, HttpHeaders client, CallerIdentity caller) {
        List<Header> claimed = caller.headers().isEmpty()
                ? List.of()
                : caller.headers().stream()
                        .map(claim -> new Header(claim.name(), claim.value()))
                        .toList();
        return selection.attach(context, client, caller.authorization(), claimed);
    }

    /** What is kept of the requests that begin from now on. */
    HeaderSelection selection() {
        return selection;
    }

    /** Keeps the present one if they are equal: requests that begin now and earlier ones are then treated alike. */
    void apply(SubgraphProperties properties) {
        HeaderSelection next = properties.headerSelection(claims.names());
        if (!next.equals(selection)) {
            selection = next;
        }
    }
}
