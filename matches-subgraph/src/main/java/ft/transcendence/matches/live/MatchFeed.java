package ft.transcendence.matches.live;

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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receives updates of all matches and distributes them to the subscribers of this instance. A changed match is loaded
 * once for all subscribers, and not at all if there are none.
 */
@Component
class MatchFeed {

    private final MatchReader matches;
    private final JsonMapper json;
    private final LiveFeed<Match> feed = new LiveFeed<>();

    MatchFeed(MatchReader matches, JsonMapper json) {
        this.matches = matches;
        this.json = json;
    }

    /** Changed matches, starting with the subscription. A slow subscriber misses some. */
    Flux<Match> matches() {
        return feed.updates();
    }

    @LiveListener(topics = MatchUpdated.TOPIC)
    void on(List<ConsumerRecord<String, byte[]>> updates) {
        feed.deliver(updates, this::changedMatches);
    }

    private List<Match> changedMatches(List<ConsumerRecord<String, byte[]>> updates) {
        Set<UUID> changed = new LinkedHashSet<>();
        updates.forEach(update ->
                changed.add(json.readValue(update.value(), MatchUpdated.class).matchId()));
        Map<UUID, Match> found = matches.byId(changed);
        return changed.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
