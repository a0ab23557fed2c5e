package ft.transcendence.gateway.header;

import ft.transcendence.federation.RequestContext;
import ft.transcendence.gateway.client.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The headers of requests to one subgraph, beside the fixed ones. A subgraph that gets all that is kept costs nothing here. */
public final class RequestHeaders {
    static final Set<String> OF_ONE_REQUEST = Set.of("traceparent", "tracestate", "baggage", "x-request-id");

    private final HeaderPolicy policy;
    private final boolean authorization;
    private final HeaderSelection selection;
    private final Set<String> forwarded;
    private final boolean getsAll;

    /** @param selection what is kept of a client's headers */
    public RequestHeaders(HeaderPolicy policy, HeaderSelection selection) {
        this.policy = policy;
        this.authorization =
                policy.authorization() && !policy.credential().equalsIgnoreCase(HeaderSelection.AUTHORIZATION);
        this.selection = selection;
        this.forwarded = policy.forwarded().stream()
                .map(HeaderSelection::lowerCase)
                .filter(name -> !selection.credentials().contains(name))
                .collect(Collectors.toUnmodifiableSet());
        this.getsAll = authorization == selection.authorization()
                && forwarded.containsAll(selection.names())
                && selection.rules().isEmpty();
    }

    public List<Header> of(RequestContext context) {
        KeptHeaders kept = HeaderSelection.keptIn(context);
        return getsAll && kept.areSelectedBy(selection) ? kept : selected(kept);
    }

    private List<Header> selected(KeptHeaders kept) {
        List<Header> headers = new ArrayList<>();
        for (Header header : kept) {
            if (isAuthorization(header)
                    ? authorization
                    : kept.haveClaimIn(header) || forwarded.contains(header.name())) {
                headers.add(header);
            }
        }
        policy.rules().request().forEach(rule -> rule.apply(kept, headers));
        return headers;
    }

    /** Whether the caller's token is among them. */
    public static boolean haveAuthorization(List<Header> headers) {
        return headers.stream().anyMatch(RequestHeaders::isAuthorization);
    }

    /** Those that a response may depend on. Trace and request ids do not identify the caller. */
    public static List<Header> identifying(List<Header> headers) {
        return headers.stream()
                .filter(header -> !OF_ONE_REQUEST.contains(header.name()))
                .toList();
    }

    /** Whether it has the caller's token. */
    public static boolean isAuthorization(Header header) {
        return header.name().equals(HeaderSelection.AUTHORIZATION);
    }
}
