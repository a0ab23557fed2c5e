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
 * Receives updates of all matches and distributes them to the subscribers of this instance. A changed match is loaded
 * once for all subscribers, and not at all if there are none.
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

    /** Changed matches, starting with the subscription. A slow subscriber misses some. */
    Flux<Match> matches() {
        return sink.asFlux();
    }

    /**
     * Every instance has its own consumer group, so that it receives all updates. Updates from before its start are
     * skipped.
     */
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
            emit(matchIds(updates));
        } catch (RuntimeException failure) {
            // no retry: updates are outdated by then
            log.warn("{} match updates could not be delivered", updates.size(), failure);
        }
    }

    private Set<UUID> matchIds(List<ConsumerRecord<String, byte[]>> updates) {
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
