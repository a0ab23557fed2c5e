package ft.transcendence.users.notification;

import java.util.List;
import java.util.UUID;

/** The part of the event {@code ft.transcendence.tournament.updated.v1} that is used here. */
record TournamentUpdate(UUID tournamentId, String status, List<UUID> invited, List<UUID> players, List<UUID> playing) {

    static final String TYPE = "ft.transcendence.tournament.updated.v1";

    TournamentUpdate {
        if (tournamentId == null || status == null || invited == null || players == null || playing == null) {
            throw new IllegalArgumentException("A tournament has an id, a status and lists of players");
        }
        invited = List.copyOf(invited);
        players = List.copyOf(players);
        playing = List.copyOf(playing);
    }
}
