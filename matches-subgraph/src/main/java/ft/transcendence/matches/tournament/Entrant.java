package ft.transcendence.matches.tournament;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A player's part in a tournament, as exposed by the schema's {@code TournamentEntrant}.
 *
 * @param seed the position by rating at the start, 1 for the best; null before
 * @param standing the final place, 1 for the best; null before the end
 */
record Entrant(
        UUID tournamentId,
        UUID player,
        EntrantStatus status,
        @Nullable Integer seed,
        @Nullable Integer standing) {

    static Optional<Entrant> find(List<Entrant> all, UUID player) {
        return all.stream().filter(entrant -> entrant.player.equals(player)).findAny();
    }

    static List<Entrant> joined(List<Entrant> all) {
        return all.stream().filter(Entrant::hasJoined).toList();
    }

    boolean takesPart() {
        return status == EntrantStatus.JOINED || status == EntrantStatus.WITHDRAWN;
    }

    boolean hasJoined() {
        return status == EntrantStatus.JOINED;
    }
}
