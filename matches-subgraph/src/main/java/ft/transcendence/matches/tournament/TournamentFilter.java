package ft.transcendence.matches.tournament;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tournaments to list, as described by the schema's input of the same name. A {@code null} does not restrict the
 * list.
 */
record TournamentFilter(
        @Nullable List<TournamentStatus> statuses,
        @Nullable UUID organizerId,
        @Nullable UUID playerId) {

    static final TournamentFilter NONE = new TournamentFilter(null, null, null);

    /** Adds the conditions and their parameters to a statement. */
    void addTo(List<String> conditions, Map<String, Object> parameters) {
        if (statuses != null) {
            conditions.add("tournament.status = ANY (:statuses)");
            parameters.put("statuses", statuses.stream().map(Enum::name).toArray(String[]::new));
        }
        if (organizerId != null) {
            conditions.add("organizer = :organizer");
            parameters.put("organizer", organizerId);
        }
        if (playerId != null) {
            conditions.add("EXISTS (SELECT FROM tournament_entrant WHERE tournament_id = tournament.id"
                    + " AND user_id = :player AND tournament_entrant.status IN ('JOINED', 'WITHDRAWN'))");
            parameters.put("player", playerId);
        }
    }
}
