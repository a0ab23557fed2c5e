package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.RequestContext;
import ft.transcendence.gateway.client.Header;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Selects the client's headers that subgraphs receive: the configured ones and no others. */
@Component
public final class ForwardedHeaders {
    private static final String ATTRIBUTE = "forwarded-headers";

    private static final Set<String> OF_ONE_REQUEST = Set.of("traceparent", "tracestate", "baggage", "x-request-id");

    private final List<String> names;
    private final boolean authorization;

    ForwardedHeaders(SubgraphProperties properties) {
        this.authorization = properties.forwardAuthorization();
        this.names = properties.forwardHeaders().stream()
                .filter(name -> !isAuthorization(name))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * Attaches the selected headers to the context, where the transport finds them.
     *
     * @param authorization the verified caller's header, which replaces the client's
     */
    public RequestContext.Builder attach(
            RequestContext.Builder context, HttpHeaders client, @Nullable String authorization) {
        List<Header> headers = new ArrayList<>(2);
        if (this.authorization && authorization != null) {
            headers.add(new Header(HttpHeaderNames.AUTHORIZATION.toString(), authorization));
        }
        for (String name : names) {
            String value = client.get(name);
            if (value != null) {
                headers.add(new Header(name, value));
            }
        }
        return headers.isEmpty() ? context : context.attribute(ATTRIBUTE, headers);
    }

    /** The headers that {@link #attach} put into the context. */
    @SuppressWarnings("unchecked")
    static List<Header> of(RequestContext context) {
        return (List<Header>) context.attribute(ATTRIBUTE).orElse(List.of());
    }

    /** Whether the caller's token is forwarded. */
    static boolean haveAuthorization(RequestContext context) {
        return of(context).stream().anyMatch(header -> isAuthorization(header.name()));
    }

    /** Those of {@link #of} that a response may depend on. Trace and request ids do not identify the caller. */
    static List<Header> identifying(RequestContext context) {
        return of(context).stream()
                .filter(header -> !OF_ONE_REQUEST.contains(header.name()))
                .toList();
    }

    private static boolean isAuthorization(String name) {
        return HttpHeaderNames.AUTHORIZATION.contentEqualsIgnoreCase(name);
    }
}
