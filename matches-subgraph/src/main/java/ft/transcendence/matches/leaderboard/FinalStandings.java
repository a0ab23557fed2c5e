package ft.transcendence.matches.leaderboard;

import ft.transcendence.matches.player.PlayerErased;
import ft.transcendence.matches.rating.Ladder;
import ft.transcendence.matches.season.Season;
import ft.transcendence.matches.season.Seasons;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.Cursor;
import ft.transcendence.subgraph.paging.PageArguments;
import ft.transcendence.subgraph.statement.IdParameter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The final standings of archived seasons: those whose rating was certain when the season ended, by the last change of
 * it within the season. They follow from the ledger alone, so it does not matter when a season is archived.
 */
@Repository
class FinalStandings {

    private static final Logger log = LoggerFactory.getLogger(FinalStandings.class);

    /** How many past seasons of a player are shown. */
    static final int SEASONS_OF_PLAYER = 20;

    private static final String STORE = """
            INSERT INTO season_standing (season, mode, position, rank, user_id, value)
            SELECT :season, mode, row_number() OVER best_first, rank() OVER (PARTITION BY mode ORDER BY after_value DESC),
                user_id, after_value
            FROM (
                SELECT DISTINCT ON (user_id, mode) user_id, mode, after_value, after_rated_at, after_certain_until
                FROM rating_change WHERE occurred_at >= :start AND occurred_at < :end
                ORDER BY user_id, mode, sequence DESC
            ) last
            WHERE after_rated_at >= :start AND after_certain_until >= :end
                AND NOT EXISTS (SELECT FROM player_rating WHERE player_rating.user_id = last.user_id AND hidden)
            WINDOW best_first AS (PARTITION BY mode ORDER BY after_value DESC, user_id DESC)
            """;

    private static final String OF_PLAYERS = """
            SELECT place.*, starts_at, ends_at,
                (SELECT max(position) FROM season_standing WHERE season = place.season AND mode = :mode) players
            FROM %s CROSS JOIN LATERAL (
                SELECT user_id, season, rank, value FROM season_standing
                WHERE user_id = wanted.id AND mode = :mode ORDER BY season DESC LIMIT :limit
            ) place JOIN season ON number = place.season
            ORDER BY place.season DESC
            """;

    private final JdbcClient jdbc;
    private final Seasons seasons;

    FinalStandings(JdbcClient jdbc, Seasons seasons) {
        this.jdbc = jdbc;
        this.seasons = seasons;
    }

    /** A player's place in an archived season, as described by the schema's {@code SeasonPlace}. */
    record Place(Season season, int rank, int players, double rating) {}

    private record Row(int position, Leaderboard.Entry entry) {}

    /** Stores the final standings of a season, in the transaction that archives it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void store(Season season) {
        // it reads the whole ledger, once a season
        jdbc.sql("SET LOCAL statement_timeout = '10min'").update();
        int places = jdbc.sql(STORE)
                .param("season", season.number())
                .param("start", season.startsAt().atOffset(ZoneOffset.UTC))
                .param("end", season.endsAt().atOffset(ZoneOffset.UTC))
                .update();
        log.info("Season {} is archived with {} places", season.number(), places);
    }

    /** A page of the final standings, best first; empty if the season is not archived. */
    Connection<Leaderboard.Entry> page(Ladder ladder, int season, PageArguments page) {
        List<Row> rows = jdbc.sql("""
                        SELECT position, rank, user_id, value FROM season_standing
                        WHERE season = :season AND mode = :mode AND position > :after ORDER BY position LIMIT :limit
                        """)
                .param("season", season)
                .param("mode", ladder.name())
                .param("after", page.after(1).map(cursor -> cursor.number(0)).orElse(0L))
                .param("limit", page.limit())
                .query(FinalStandings::row)
                .list();
        return Connection.of(page, rows, row -> Cursor.of(row.position())).map(Row::entry);
    }

    /** The places of these players in the last seasons, newest first. Players without one are absent. */
    Map<UUID, List<Place>> of(Collection<UUID> players, Ladder ladder) {
        IdParameter wanted = IdParameter.of(players);
        return jdbc.sql(OF_PLAYERS.formatted(wanted.table("players")))
                .param("players", wanted.value())
                .param("mode", ladder.name())
                .param("limit", SEASONS_OF_PLAYER)
                .query(FinalStandings::byPlayer);
    }

    /** Removes a player whose account is deleted. The ranks of others stay as they were. */
    @EventListener
    @Transactional
    public void on(PlayerErased event) {
        seasons.holdArchive();
        jdbc.sql("DELETE FROM season_standing WHERE user_id = :player")
                .param("player", event.userId())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("position"),
                new Leaderboard.Entry(
                        row.getInt("rank"), row.getObject("user_id", UUID.class), row.getDouble("value")));
    }

    private static Map<UUID, List<Place>> byPlayer(ResultSet rows) throws SQLException {
        Map<UUID, List<Place>> places = new HashMap<>();
        while (rows.next()) {
            Season season = new Season(
                    rows.getInt("season"),
                    rows.getTimestamp("starts_at").toInstant(),
                    rows.getTimestamp("ends_at").toInstant(),
                    /* archived= */ true);
            places.computeIfAbsent(rows.getObject("user_id", UUID.class), player -> new ArrayList<>())
                    .add(new Place(season, rows.getInt("rank"), rows.getInt("players"), rows.getDouble("value")));
        }
        return places;
    }
}
