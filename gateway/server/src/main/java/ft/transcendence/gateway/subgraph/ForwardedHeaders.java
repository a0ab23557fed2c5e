package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.RequestContext;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the client's headers that any subgraph may receive. Which of them a subgraph gets, {@link RequestHeaders} decides. */
@Component
public final class ForwardedHeaders {
    private static final String ATTRIBUTE = "forwarded-headers";

    private volatile HeaderSelection selection;

    ForwardedHeaders(SubgraphProperties properties) {
        this.selection = HeaderSelection.of(properties);
    }

    /**
     * Attaches the selected headers to the context, where the transport finds them.
     *
     * @param authorization the verified caller's header, which replaces the client's
     */
    public RequestContext.Builder attach(
            RequestContext.Builder context, HttpHeaders client, @Nullable String authorization) {
        KeptHeaders headers = selection.of(client, authorization);
        return headers.isEmpty() ? context : context.attribute(ATTRIBUTE, headers);
    }

    /** The headers that {@link #attach} put into the context. */
    static KeptHeaders of(RequestContext context) {
        return (KeptHeaders) context.attribute(ATTRIBUTE).orElse(KeptHeaders.NONE);
    }

    /** What is kept of the requests that begin from now on. */
    HeaderSelection selection() {
        return selection;
    }

    void replace(HeaderSelection next) {
        selection = next;
    }
}
