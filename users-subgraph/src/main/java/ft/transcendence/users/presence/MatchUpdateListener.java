package ft.transcendence.users.presence;

import java.util.Collection;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Consumes updates of matches: who plays is in game. The instances share the updates. An update that is lost or late is
 * made up for by the next one, or by the timeout, so there are no retries and no inbox.
 */
@Component
class MatchUpdateListener {

    private static final Logger log = LoggerFactory.getLogger(MatchUpdateListener.class);

    private final Presences presences;
    private final JsonMapper json;

    MatchUpdateListener(Presences presences, JsonMapper json) {
        this.presences = presences;
        this.json = json;
    }

    @KafkaListener(
            topics = MatchUpdate.TOPIC,
            groupId = "${spring.application.name}-presence",
            batch = "true",
            ackMode = "BATCH",
            properties = {"auto.offset.reset=latest", "max.poll.records=500"})
    void on(List<ConsumerRecord<String, byte[]>> updates) {
        try {
            presences.play(latest(updates));
        } catch (RuntimeException failure) {
            log.warn("{} updates of matches did not change anyone's presence", updates.size(), failure);
        }
    }

    /** The last thing that the updates tell of each player. */
    private Collection<PlayedMatch> latest(List<ConsumerRecord<String, byte[]>> updates) {
        return updates.stream()
                .flatMap(this::read)
                .collect(Collectors.toMap(
                        PlayedMatch::user, Function.identity(), BinaryOperator.maxBy(PlayedMatch.IN_ORDER)))
                .values();
    }

    private Stream<PlayedMatch> read(ConsumerRecord<String, byte[]> update) {
        try {
            return json.readValue(update.value(), MatchUpdate.class).played();
        } catch (JacksonException unreadable) {
            log.debug("Skipped an unreadable update of match {}", update.key(), unreadable);
            return Stream.empty();
        }
    }
}
