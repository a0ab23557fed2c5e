package ft.transcendence.subgraph.live;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Distributes the updates that a {@link LiveListener} receives to the subscribers of this instance.
 *
 * @param <T> what a subscriber receives
 */
public final class LiveFeed<T> {

    private static final Logger log = LoggerFactory.getLogger(LiveFeed.class);

    private final Sinks.Many<T> sink = Sinks.many().multicast().directBestEffort();

    /** Updates, starting with the subscription. A slow subscriber misses some. */
    public Flux<T> updates() {
        return sink.asFlux();
    }

    /**
     * Delivers what is read for these records, and reads nothing if there are no subscribers. Does not fail: an update
     * that is delivered later is outdated.
     */
    public void deliver(
            List<ConsumerRecord<String, byte[]>> records,
            Function<List<ConsumerRecord<String, byte[]>>, ? extends Collection<T>> read) {
        if (sink.currentSubscriberCount() == 0) {
            return;
        }
        try {
            read.apply(records).forEach(sink::tryEmitNext);
        } catch (RuntimeException failure) {
            log.warn("{} live updates could not be delivered", records.size(), failure);
        }
    }
}
