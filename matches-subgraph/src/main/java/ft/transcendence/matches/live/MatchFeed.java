package ft.transcendence.matches.live;

import ft.transcendence.matches.match.LiveScores;
import ft.transcendence.matches.match.Match;
import ft.transcendence.matches.match.MatchReader;
import ft.transcendence.subgraph.live.LiveFeed;
import ft.transcendence.subgraph.live.LiveListener;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receives updates of all matches and distributes them to the subscribers of this instance. A changed match is loaded
 * once for all subscribers, and not at all if there are none.
 */
@Component
class MatchFeed {

    private static final Logger log = LoggerFactory.getLogger(MatchFeed.class);

    private final MatchReader matches;
    private final LiveScores scores;
    private final JsonMapper json;
    private final LiveFeed<Match> feed = new LiveFeed<>();

    MatchFeed(MatchReader matches, LiveScores scores, JsonMapper json) {
        this.matches = matches;
        this.scores = scores;
        this.json = json;
    }

    /** Changed matches, starting with the subscription. A slow subscriber misses some. */
    Flux<Match> matches() {
        return feed.updates();
    }

    @LiveListener(topics = {MatchUpdated.TOPIC, ScoreUpdated.TOPIC})
    void on(List<ConsumerRecord<String, byte[]>> updates) {
        updates.stream()
                .filter(update -> update.topic().equals(ScoreUpdated.TOPIC))
                .forEach(this::receiveScore);
        feed.deliver(updates, this::changedMatches);
    }

    /** Later reads of this instance show the score, whether or not anybody is subscribed now. */
    private void receiveScore(ConsumerRecord<String, byte[]> update) {
        try {
            ScoreUpdated score = json.readValue(update.value(), ScoreUpdated.class);
            scores.receive(score.matchId(), score.score());
        } catch (JacksonException unreadable) {
            log.debug("Skipped an unreadable score of match {}", update.key(), unreadable);
        }
    }

    private List<Match> changedMatches(List<ConsumerRecord<String, byte[]>> updates) {
        Set<UUID> changed = updates.stream()
                .map(update -> UUID.fromString(update.key()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<UUID, Match> found = matches.byId(changed);
        return changed.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
