package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.RequestContext;
import ft.transcendence.gateway.client.Header;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The headers of requests to one subgraph, beside the fixed ones. A subgraph that gets all that is kept costs nothing here. */
final class RequestHeaders {
    private static final Set<String> OF_ONE_REQUEST = Set.of("traceparent", "tracestate", "baggage", "x-request-id");

    private final HeaderSelection selection;
    private final boolean authorization;
    private final Set<String> names;
    private final boolean getsAll;

    /** @param selection what is kept of a client's headers */
    RequestHeaders(SubgraphSettings settings, HeaderSelection selection) {
        this.selection = selection;
        this.authorization = settings.forwardAuthorization();
        this.names = settings.forwardHeaders().stream()
                .map(HeaderSelection::lowerCase)
                .collect(Collectors.toUnmodifiableSet());
        this.getsAll = authorization == selection.authorization() && names.containsAll(selection.names());
    }

    List<Header> of(RequestContext context) {
        KeptHeaders kept = ForwardedHeaders.of(context);
        return getsAll && kept.areSelectedBy(selection) ? kept : kept.stream().filter(this::isForwarded).toList();
    }

    private boolean isForwarded(Header header) {
        return isAuthorization(header) ? authorization : names.contains(header.name());
    }

    /** Whether the caller's token is among them. */
    static boolean haveAuthorization(List<Header> headers) {
        return headers.stream().anyMatch(RequestHeaders::isAuthorization);
    }

    /** Those that a response may depend on. Trace and request ids do not identify the caller. */
    static List<Header> identifying(List<Header> headers) {
        return headers.stream()
                .filter(header -> !OF_ONE_REQUEST.contains(header.name()))
                .toList();
    }

    private static boolean isAuthorization(Header header) {
        return header.name().equals(HeaderSelection.AUTHORIZATION);
    }
}
