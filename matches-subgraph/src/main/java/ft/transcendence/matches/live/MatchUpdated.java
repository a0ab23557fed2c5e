package ft.transcendence.matches.live;

import ft.transcendence.matches.match.MatchChanged;
import ft.transcendence.matches.match.MatchStatus;
import java.util.List;
import java.util.UUID;

/** The data of {@code ft.transcendence.match.updated.v1}, as in {@code events/match-updates.v1.schema.json}. */
record MatchUpdated(UUID matchId, MatchStatus status, List<UUID> players) {

    static final String TOPIC = "match-updates";
    static final String TYPE = "ft.transcendence.match.updated.v1";

    static MatchUpdated of(MatchChanged change) {
        return new MatchUpdated(change.matchId(), change.status(), change.players());
    }
}
