package ft.transcendence.matches.statistics;

import ft.transcendence.subgraph.statement.IdParameter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Players' statistics, updated as matches end. Callers hold the locks of the players' ratings, which serializes the
 * changes of a player.
 */
@Service
public class StatisticsService {

    /** The key of the statistics over all modes. */
    public static final String OVERALL = "OVERALL";

    private static final String UPSERT = """
            INSERT INTO player_statistics (user_id, mode, played, wins, losses, streak, longest_streak)
            SELECT * FROM unnest(:players, :modes, :played, :wins, :losses, :streaks, :longestStreaks)
            ON CONFLICT (user_id, mode) DO UPDATE SET
                played = player_statistics.played + 1,
                wins = player_statistics.wins + excluded.wins,
                losses = player_statistics.losses + excluded.losses,
                streak = CASE WHEN excluded.wins = 1 THEN greatest(player_statistics.streak, 0) + 1
                              ELSE least(player_statistics.streak, 0) - 1 END,
                longest_streak = greatest(player_statistics.longest_streak,
                    CASE WHEN excluded.wins = 1 THEN greatest(player_statistics.streak, 0) + 1 ELSE 0 END)
            """;

    private final JdbcClient jdbc;

    StatisticsService(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts a match, in the transaction that completes it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void count(String mode, Collection<UUID> winners, Collection<UUID> losers) {
        Statistics won = Statistics.NONE.with(true);
        Statistics lost = Statistics.NONE.with(false);
        upsert(Stream.concat(
                        winners.stream().map(winner -> new Row(winner, OVERALL, won)),
                        losers.stream().map(loser -> new Row(loser, OVERALL, lost)))
                .flatMap(row -> Stream.of(row, new Row(row.userId(), mode, row.statistics())))
                .toList());
    }

    /** Recounts the statistics of these players from their matches, in the transaction that voids one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recount(Collection<UUID> players) {
        Map<UUID, Map<String, Statistics>> counted = fromHistory(players);
        jdbc.sql("DELETE FROM player_statistics WHERE user_id = ANY (:players)")
                .param("players", players.toArray(UUID[]::new))
                .update();
        upsert(counted.entrySet().stream()
                .flatMap(player -> player.getValue().entrySet().stream()
                        .map(mode -> new Row(player.getKey(), mode.getKey(), mode.getValue())))
                .toList());
    }

    private void upsert(List<Row> rows) {
        jdbc.sql(UPSERT)
                .param("players", rows.stream().map(Row::userId).toArray(UUID[]::new))
                .param("modes", rows.stream().map(Row::mode).toArray(String[]::new))
                .param("played", numbers(rows, Statistics::played))
                .param("wins", numbers(rows, Statistics::wins))
                .param("losses", numbers(rows, Statistics::losses))
                .param("streaks", numbers(rows, Statistics::streak))
                .param("longestStreaks", numbers(rows, Statistics::longestStreak))
                .update();
    }

    private static int[] numbers(List<Row> rows, ToIntFunction<Statistics> number) {
        return rows.stream().map(Row::statistics).mapToInt(number).toArray();
    }

    /** The statistics of these players, by mode and {@link #OVERALL}. Modes without matches are absent. */
    public Map<UUID, Map<String, Statistics>> statistics(Collection<UUID> players) {
        IdParameter wanted = IdParameter.of(players);
        List<Row> rows = jdbc.sql("""
                        SELECT user_id, mode, played, wins, losses, streak, longest_streak
                        FROM player_statistics WHERE user_id %s
                        """.formatted(wanted.comparison("players")))
                .param("players", wanted.value())
                .query((row, number) -> new Row(
                        row.getObject("user_id", UUID.class),
                        row.getString("mode"),
                        new Statistics(
                                row.getInt("played"),
                                row.getInt("wins"),
                                row.getInt("losses"),
                                row.getInt("streak"),
                                row.getInt("longest_streak"))))
                .list();
        Map<UUID, Map<String, Statistics>> statistics = new HashMap<>();
        rows.forEach(row -> statistics
                .computeIfAbsent(row.userId(), player -> new TreeMap<>())
                .put(row.mode(), row.statistics()));
        return statistics;
    }

    /**
     * Computes the statistics of these players from their matches. The result must always be equal to {@link
     * #statistics}.
     */
    Map<UUID, Map<String, Statistics>> fromHistory(Collection<UUID> players) {
        record Played(UUID userId, String mode, boolean won) {}
        // players have one open match at a time, so their matches end in the order of creation
        List<Played> matches = jdbc.sql("""
                        SELECT part.user_id, match.mode, part.outcome = 'WIN' won
                        FROM match_player part JOIN match ON match.id = part.match_id
                        WHERE part.user_id = ANY (:players) AND match.status = 'COMPLETED' AND NOT match.doubtful
                        ORDER BY part.match_id
                        """)
                .param("players", players.toArray(UUID[]::new))
                .query((row, number) ->
                        new Played(row.getObject("user_id", UUID.class), row.getString("mode"), row.getBoolean("won")))
                .list();
        Map<UUID, Map<String, Statistics>> counted = new HashMap<>();
        for (Played match : matches) {
            Map<String, Statistics> modes = counted.computeIfAbsent(match.userId(), player -> new TreeMap<>());
            for (String mode : List.of(OVERALL, match.mode())) {
                modes.put(mode, modes.getOrDefault(mode, Statistics.NONE).with(match.won()));
            }
        }
        return counted;
    }

    private record Row(UUID userId, String mode, Statistics statistics) {}
}
