package ft.transcendence.subgraph.stream;

import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.error.ErrorCode;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Limits the number of open streams, per caller and in total. A caller's counter is removed with their last stream. */
final class StreamLimiter {

    private final StreamProperties limits;
    private final ConcurrentMap<String, Integer> byCaller = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();

    StreamLimiter(StreamProperties limits) {
        this.limits = limits;
    }

    /** The stream, counted while it has a subscriber. It fails if a limit is exceeded. */
    <T> Flux<T> limit(String caller, Publisher<T> stream) {
        return Flux.using(() -> open(caller), opened -> stream, this::close);
    }

    int count() {
        return all.get();
    }

    private String open(String caller) {
        if (all.incrementAndGet() > limits.total()) {
            all.decrementAndGet();
            throw limitExceeded("Too many streams are open. Try again.");
        }
        int own = byCaller.merge(caller, 1, Integer::sum);
        if (own > limits.perCaller()) {
            close(caller);
            throw limitExceeded("You have " + limits.perCaller() + " streams open. Close one first.");
        }
        return caller;
    }

    private void close(String caller) {
        byCaller.computeIfPresent(caller, (same, streams) -> streams == 1 ? null : streams - 1);
        all.decrementAndGet();
    }

    private static ClientException limitExceeded(String message) {
        return new ClientException(ErrorCode.TOO_MANY_STREAMS, message);
    }
}
