package ft.transcendence.gateway.header;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.gateway.client.Header;
import java.util.ArrayList;
import java.util.List;

/** Headers of one request to a subgraph, which its observer knows. */
public interface ExtraHeaders {
    List<Header> extraHeaders();

    /** These headers and those of the request's observer, which replace others of the same name. */
    static List<Header> addTo(List<Header> headers, SubgraphRequest request) {
        if (!(request.observer() instanceof ExtraHeaders extra) || extra.extraHeaders().isEmpty()) {
            return headers;
        }
        List<Header> all = new ArrayList<>(headers);
        for (Header added : extra.extraHeaders()) {
            all.removeIf(present -> present.name().equalsIgnoreCase(added.name()));
        }
        all.addAll(extra.extraHeaders());
        return all;
    }
}
