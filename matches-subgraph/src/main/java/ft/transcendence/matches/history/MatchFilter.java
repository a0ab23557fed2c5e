package ft.transcendence.matches.history;

import ft.transcendence.matches.match.MatchMode;
import ft.transcendence.matches.match.MatchStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which matches to list, as described by the schema's input of the same name. A {@code null} does not restrict the
 * list.
 */
record MatchFilter(
        @Nullable MatchMode mode,
        @Nullable List<MatchStatus> statuses,
        @Nullable UUID playerId,
        @Nullable String playerName,
        @Nullable Instant createdFrom,
        @Nullable Instant createdBefore) {

    static final MatchFilter NONE = new MatchFilter(null, null, null, null, null, null);

    /** Matches being played. */
    static final MatchFilter LIVE = new MatchFilter(null, List.of(MatchStatus.LIVE), null, null, null, null);
}
