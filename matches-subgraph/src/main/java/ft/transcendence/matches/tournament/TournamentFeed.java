package ft.transcendence.matches.tournament;

import ft.transcendence.subgraph.live.LiveFeed;
import ft.transcendence.subgraph.live.LiveListener;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Receives changes of tournaments and tells the subscribers of this instance. */
@Component
class TournamentFeed {

    private final LiveFeed<String> feed = new LiveFeed<>();

    /** Occasions on which a tournament changed, starting with the subscription. */
    Flux<String> changesOf(UUID tournament) {
        return feed.updates().filter(tournament.toString()::equals);
    }

    /** The key says which tournament changed. What has become of it is read. */
    @LiveListener(topics = TournamentUpdated.TOPIC)
    void on(List<ConsumerRecord<String, byte[]>> updates) {
        feed.deliver(
                updates,
                records -> records.stream().map(ConsumerRecord::key).distinct().toList());
    }
}
