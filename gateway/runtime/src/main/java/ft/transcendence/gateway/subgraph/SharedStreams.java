package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.header.RequestHeaders;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;

/**
 * Lets equal subscriptions share one stream of a subgraph. Only the configured fields are shared, since the gateway cannot know
 * what late joiners may miss; and only requests that are equal to the byte and carry the same credentials, so that no caller gets
 * events of another.
 */
final class SharedStreams {
    private volatile Map<String, LateJoin> fields;
    private volatile long maxWaiting;
    private final ConcurrentMap<DeduplicationKey, SharedStream> streams = new ConcurrentHashMap<>();

    /**
     * @param fields the shared subscriptions, by the name of their field
     * @param maxWaiting bytes of events that may wait for one slow client
     */
    SharedStreams(Map<String, LateJoin> fields, long maxWaiting) {
        this.fields = fields;
        this.maxWaiting = maxWaiting;
    }

    /** Takes other settings for the streams that are joined from now on. */
    void apply(Map<String, LateJoin> nextFields, long nextMaxWaiting) {
        fields = nextFields;
        maxWaiting = nextMaxWaiting;
    }

    /**
     * The events of the open stream for equal requests, or of a new one.
     *
     * @param headers as the subgraph gets them
     */
    Flux<SubgraphResponse> join(SubgraphRequest request, List<Header> headers, Supplier<Flux<SubgraphResponse>> open) {
        LateJoin lateJoin = request.subscribedField() == null ? null : fields.get(request.subscribedField());
        if (lateJoin == null) {
            return open.get();
        }
        DeduplicationKey key = DeduplicationKey.of(request, RequestHeaders.identifying(headers));
        return Flux.from(client -> {
            StreamListener listener = new StreamListener(client, maxWaiting);
            boolean in = false;
            while (!in) {
                SharedStream fresh = new SharedStream(lateJoin, ended -> streams.remove(key, ended));
                SharedStream present = streams.putIfAbsent(key, fresh);
                in = (present == null ? fresh : present).add(listener);
                if (present == null) {
                    open.get().subscribe(fresh);
                } else if (!in) {
                    streams.remove(key, present);
                }
            }
        });
    }

    /** The number of open streams, for tests. */
    int open() {
        return streams.size();
    }
}
