package ft.transcendence.gateway.header;

import ft.transcendence.federation.RequestContext;
import ft.transcendence.gateway.header.ResponseHeaderRule.Merge;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the headers of subgraphs' responses that a client gets with its own response. Exists only where a rule wants it.
 * Thread-safe.
 */
public final class ResponseHeaders {
    static final String ATTRIBUTE = "response-headers";

    /** The request's headers that the gateway itself looks at. */
    private static final String OF_THE_GATEWAY = "accept, accept-encoding";

    /** What one response may add: a client that asks for everything must not make us keep everything. */
    private static final int MOST_VALUES = 64;

    private final @Nullable String vary;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private @Nullable CacheControl cacheControl;

    /** @param vary the request's headers that responses depend on; null when they cannot be listed */
    ResponseHeaders(@Nullable String vary) {
        this.vary = vary;
    }

    /** What the context of a request collects; null when nothing is to be collected. */
    public static @Nullable ResponseHeaders of(RequestContext context) {
        return (ResponseHeaders) context.attributes().get(ATTRIBUTE);
    }

    synchronized void add(String name, List<String> added, Merge merge) {
        List<String> present = values.computeIfAbsent(name, first -> new ArrayList<>(1));
        switch (merge) {
            case FIRST -> {
                if (present.isEmpty()) {
                    present.add(added.getFirst());
                }
            }
            case LAST -> {
                present.clear();
                present.add(added.getLast());
            }
            case APPEND -> added.stream().limit(MOST_VALUES - present.size()).forEach(present::add);
        }
    }

    synchronized void restrictCaching(CacheControl next) {
        cacheControl = cacheControl == null ? next : cacheControl.and(next);
    }

    /**
     * Adds what was collected to the client's response.
     *
     * @param anonymous whether everybody gets this response to the same request
     */
    public synchronized void writeTo(HttpHeaders response, boolean anonymous) {
        values.forEach((name, collected) -> response.set(name, collected));
        if (cacheControl != null) {
            boolean shareable = anonymous && vary != null;
            response.set(
                    HttpHeaderNames.CACHE_CONTROL, (shareable ? cacheControl : cacheControl.forOneCaller()).header());
            response.add(
                    HttpHeaderNames.VARY,
                    vary == null || vary.isEmpty() ? OF_THE_GATEWAY : OF_THE_GATEWAY + ", " + vary);
        }
    }
}
