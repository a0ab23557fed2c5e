package ft.transcendence.matches.live;

import ft.transcendence.matches.match.Match;
import ft.transcendence.matches.match.MatchReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/**
 * The matches that change anywhere, for the subscribers of this instance. Changed matches are read once for all of them,
 * and not at all while there are none.
 */
@Component
class LiveFeed {

    private static final Logger log = LoggerFactory.getLogger(LiveFeed.class);

    private final MatchReader matches;
    private final JsonMapper json;
    private final Sinks.Many<Match> sink = Sinks.many().multicast().directBestEffort();

    LiveFeed(MatchReader matches, JsonMapper json) {
        this.matches = matches;
        this.json = json;
    }

    /** Matches as they are after their changes, from the moment of subscription on; a slow subscriber misses some. */
    Flux<Match> matches() {
        return sink.asFlux();
    }

    /** A group of its own makes every instance hear everything; what was said before it started is of no use. */
    @KafkaListener(
            topics = MatchUpdated.TOPIC,
            groupId = "${spring.application.name}-live-${random.uuid}",
            batch = "true",
            ackMode = "BATCH",
            properties = {"auto.offset.reset=latest", "max.poll.records=500"})
    void on(List<ConsumerRecord<String, byte[]>> updates) {
        if (sink.currentSubscriberCount() == 0) {
            return;
        }
        try {
            emit(changed(updates));
        } catch (RuntimeException failure) {
            // trying again later would tell what is no longer news
            log.warn("{} match updates could not be delivered", updates.size(), failure);
        }
    }

    private Set<UUID> changed(List<ConsumerRecord<String, byte[]>> updates) {
        Set<UUID> changed = new LinkedHashSet<>();
        updates.forEach(update ->
                changed.add(json.readValue(update.value(), MatchUpdated.class).matchId()));
        return changed;
    }

    private void emit(Set<UUID> changed) {
        Map<UUID, Match> found = matches.byId(changed);
        changed.stream().map(found::get).filter(Objects::nonNull).forEach(sink::tryEmitNext);
    }
}
