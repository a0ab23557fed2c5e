package ft.transcendence.matches.history;

import ft.transcendence.matches.match.MatchMode;
import ft.transcendence.matches.match.MatchStatus;
import ft.transcendence.matches.match.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of a player's matches to list, as described by the schema's input of the same name. A {@code null} does not
 * restrict the list.
 */
record PlayerMatchFilter(
        @Nullable MatchMode mode,
        @Nullable List<MatchStatus> statuses,
        @Nullable Outcome outcome,
        @Nullable UUID opponentId,
        @Nullable Instant createdFrom,
        @Nullable Instant createdBefore) {

    static final PlayerMatchFilter NONE = new PlayerMatchFilter(null, null, null, null, null, null);
}
