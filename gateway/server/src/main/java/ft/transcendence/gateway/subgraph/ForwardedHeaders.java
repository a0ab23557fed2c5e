package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.RequestContext;
import ft.transcendence.gateway.header.HeaderSelection;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the client's headers that any subgraph may receive, by the current settings. */
@Component
public final class ForwardedHeaders {
    private volatile HeaderSelection selection;

    ForwardedHeaders(SubgraphProperties properties) {
        this.selection = properties.headerSelection();
    }

    /**
     * Attaches the selected headers to the context, where the transport finds them.
     *
     * @param authorization the verified caller's header, which replaces the client's
     */
    public RequestContext.Builder attach(
            RequestContext.Builder context, HttpHeaders client, @Nullable String authorization) {
        return selection.attach(context, client, authorization);
    }

    /** What is kept of the requests that begin from now on. */
    HeaderSelection selection() {
        return selection;
    }

    /** Keeps the present one if they are equal: requests that begin now and earlier ones are then treated alike. */
    void replace(HeaderSelection next) {
        if (!next.equals(selection)) {
            selection = next;
        }
    }
}
