package ft.transcendence.gateway.header;

import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.operation.OperationTracer;
import java.util.ArrayList;
import java.util.List;

/** Headers of one request to a subgraph, which its observer knows. */
public interface ExtraHeaders {
    List<Header> extraHeaders();

    /** The headers that an observer knows: its own, or its trace. */
    static List<Header> of(FetchObserver observer) {
        return switch (observer) {
            case ExtraHeaders extra -> extra.extraHeaders();
            case OperationTracer.FetchHeaders traced -> {
                String traceParent = traced.traceParent();
                yield traceParent == null ? List.of() : List.of(new Header("traceparent", traceParent));
            }
            default -> List.of();
        };
    }

    /** These headers and those of the request's observer, which replace others of the same name. */
    static List<Header> addTo(List<Header> headers, SubgraphRequest request) {
        List<Header> extra = of(request.observer());
        if (extra.isEmpty()) {
            return headers;
        }
        List<Header> all = new ArrayList<>(headers);
        for (Header added : extra) {
            all.removeIf(present -> present.name().equalsIgnoreCase(added.name()));
        }
        all.addAll(extra);
        return all;
    }
}
