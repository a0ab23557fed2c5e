package ft.transcendence.matches.tournament;

import java.util.List;
import java.util.UUID;

/**
 * The data of {@code ft.transcendence.tournament.updated.v1}, as in {@code events/tournament-updates.v1.schema.json}.
 *
 * @param invited who has not answered an invitation
 * @param players who takes part and has not left
 * @param playing whose match of the tournament is open
 */
record TournamentUpdated(
        UUID tournamentId,
        TournamentStatus status,
        long version,
        List<UUID> invited,
        List<UUID> players,
        List<UUID> playing) {

    static final String TOPIC = "tournament-updates";
    static final String TYPE = "ft.transcendence.tournament.updated.v1";

    TournamentUpdated {
        invited = List.copyOf(invited);
        players = List.copyOf(players);
        playing = List.copyOf(playing);
    }

    static TournamentUpdated of(Tournament tournament, List<Entrant> entrants, List<UUID> playing) {
        return new TournamentUpdated(
                tournament.id(),
                tournament.status(),
                tournament.version(),
                with(EntrantStatus.INVITED, entrants),
                with(EntrantStatus.JOINED, entrants),
                playing);
    }

    private static List<UUID> with(EntrantStatus status, List<Entrant> entrants) {
        return entrants.stream()
                .filter(entrant -> entrant.status() == status)
                .map(Entrant::player)
                .toList();
    }
}
