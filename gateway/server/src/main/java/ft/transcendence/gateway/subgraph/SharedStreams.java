package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;

/**
 * Lets equal subscriptions share one stream of a subgraph. Only fields that the settings name are shared, for nobody else knows what
 * one may miss who joins late; and only requests that are equal to the last byte and carry the same credentials, so that nobody gets
 * events made for somebody else.
 */
final class SharedStreams {
    private final Map<String, LateJoin> fields;
    private final long maxWaiting;
    private final ConcurrentMap<DeduplicationKey, SharedStream> streams = new ConcurrentHashMap<>();

    /**
     * @param fields the subscriptions that are shared, by the name of their field
     * @param maxWaiting bytes of events that may wait for one slow client
     */
    SharedStreams(Map<String, LateJoin> fields, long maxWaiting) {
        this.fields = fields;
        this.maxWaiting = maxWaiting;
    }

    /** The events of the stream that is open for equal requests, or else of a new one. */
    Flux<SubgraphResponse> join(SubgraphRequest request, Supplier<Flux<SubgraphResponse>> open) {
        LateJoin lateJoin = request.subscribedField() == null ? null : fields.get(request.subscribedField());
        if (lateJoin == null) {
            return open.get();
        }
        DeduplicationKey key = DeduplicationKey.of(request, ForwardedHeaders.identifying(request.context()));
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

    /** How many streams are open, for tests. */
    int open() {
        return streams.size();
    }
}
