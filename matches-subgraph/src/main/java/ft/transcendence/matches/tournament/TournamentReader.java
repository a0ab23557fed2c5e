package ft.transcendence.matches.tournament;

import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.Cursor;
import ft.transcendence.subgraph.paging.PageArguments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads tournaments for responses. */
@Service
class TournamentReader {

    /** Nobody is shown more of their own at once. */
    private static final int MOST_OWN = 50;

    private final TournamentStore tournaments;
    private final EntrantStore entrants;
    private final PairingStore pairings;
    private final JdbcClient jdbc;

    TournamentReader(TournamentStore tournaments, EntrantStore entrants, PairingStore pairings, JdbcClient jdbc) {
        this.tournaments = tournaments;
        this.entrants = entrants;
        this.pairings = pairings;
        this.jdbc = jdbc;
    }

    /** The tournaments with these ids. Unknown ids are absent. */
    Map<UUID, Tournament> byId(Collection<UUID> ids) {
        return tournaments.find(ids).stream().collect(Collectors.toMap(Tournament::id, Function.identity()));
    }

    Optional<Tournament> find(UUID id) {
        return tournaments.find(List.of(id)).stream().findAny();
    }

    /** The entrants of these tournaments, with those who are invited, by tournament. */
    Map<UUID, List<Entrant>> entrants(Collection<UUID> ids) {
        return entrants.of(ids).stream().collect(Collectors.groupingBy(Entrant::tournamentId));
    }

    /** The courses of these tournaments; those that have not started are absent. */
    Map<Tournament, Course> courses(Collection<Tournament> wanted) {
        List<UUID> ids = wanted.stream()
                .filter(tournament -> tournament.startedAt() != null)
                .map(Tournament::id)
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Entrant>> players = entrants(ids);
        Map<UUID, List<Pairing>> drawn = pairings.of(ids);
        Map<Tournament, Course> courses = new HashMap<>();
        for (Tournament tournament : wanted) {
            List<Entrant> present = players.getOrDefault(tournament.id(), List.of());
            List<Pairing> pairs = drawn.getOrDefault(tournament.id(), List.of());
            if (!pairs.isEmpty()) {
                courses.put(tournament, Course.of(draw(tournament, present, pairs), present));
            }
        }
        return courses;
    }

    /** The draw of a started tournament, from its rows. */
    static Draw draw(Tournament tournament, List<Entrant> entrants, List<Pairing> pairings) {
        return new Draw(
                tournament.format(),
                entrants.stream()
                        .filter(entrant -> entrant.seed() != null)
                        .map(Entrant::player)
                        .toList(),
                entrants.stream()
                        .filter(entrant -> entrant.status() == EntrantStatus.WITHDRAWN)
                        .map(Entrant::player)
                        .collect(Collectors.toSet()),
                pairings);
    }

    /** A page of tournaments that pass the filter, newest first. */
    Connection<Tournament> find(TournamentFilter filter, PageArguments page) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("limit", page.limit());
        page.after(1).ifPresent(cursor -> {
            conditions.add("tournament.id < :after");
            parameters.put("after", cursor.uuid(0));
        });
        filter.addTo(conditions, parameters);
        String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
        List<Tournament> rows = jdbc.sql(TournamentStore.SELECT + where + " ORDER BY tournament.id DESC LIMIT :limit")
                .params(parameters)
                .query(TournamentStore::read)
                .list();
        return Connection.of(page, rows, tournament -> Cursor.of(tournament.id()));
    }

    /** The tournaments that a player organizes, takes part in or is invited to, and that have not ended, newest first. */
    List<Tournament> notEndedOf(UUID player) {
        return jdbc.sql(TournamentStore.SELECT + """
                        WHERE id IN (
                            SELECT id FROM tournament WHERE organizer = :player AND ended_at IS NULL
                            UNION SELECT tournament_id FROM tournament_entrant
                                WHERE user_id = :player AND open AND status IN ('INVITED', 'JOINED')
                        )
                        ORDER BY id DESC LIMIT :limit
                        """)
                .param("player", player)
                .param("limit", MOST_OWN)
                .query(TournamentStore::read)
                .list();
    }
}
