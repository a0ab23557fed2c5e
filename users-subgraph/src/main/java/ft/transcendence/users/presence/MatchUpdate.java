package ft.transcendence.users.presence;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of the event {@code ft.transcendence.match.updated.v1} that is used here. */
record MatchUpdate(
        UUID matchId, List<UUID> players, @Nullable String status) {

    static final String TOPIC = "match-updates";

    private static final Set<String> PLAYED = Set.of("READY", "LIVE");
    private static final Set<String> OVER = Set.of("COMPLETED", "ABORTED", "VOIDED");

    MatchUpdate {
        if (matchId == null || players == null) {
            throw new IllegalArgumentException("A match has an id and players");
        }
        players = List.copyOf(players);
    }

    /** What the update tells of each player: nothing before they are all there, or with a status that is new. */
    Stream<PlayedMatch> played() {
        if (status == null || !PLAYED.contains(status) && !OVER.contains(status)) {
            return Stream.empty();
        }
        return players.stream().map(player -> new PlayedMatch(player, matchId, OVER.contains(status)));
    }
}
