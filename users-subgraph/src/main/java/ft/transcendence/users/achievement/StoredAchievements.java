package ft.transcendence.users.achievement;

import ft.transcendence.subgraph.statement.IdParameter;
import ft.transcendence.users.totals.Totals;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Stores players' progress and achievements, one row per player who has a result. */
@Repository
class StoredAchievements {

    /** A row to store, as the statement reads it from JSON. */
    private record Row(
            UUID userId,
            int flawlessWins,
            int soloWins,
            int teamWins,
            int bestStreak,
            int streak,
            List<Instant> recentAt,
            List<UUID> recentMatch,
            List<Boolean> recentWon,
            List<AchievementCode> earned,
            List<Instant> earnedAt) {

        static Row of(UUID user, PlayerAchievements achievements) {
            PlayerProgress progress = achievements.progress();
            List<WinStreak.Outcome> recent = progress.streak().recent();
            return new Row(
                    user,
                    progress.flawlessWins(),
                    progress.soloWins(),
                    progress.teamWins(),
                    progress.streak().best(),
                    progress.streak().current(),
                    recent.stream().map(WinStreak.Outcome::at).toList(),
                    recent.stream().map(WinStreak.Outcome::match).toList(),
                    recent.stream().map(WinStreak.Outcome::won).toList(),
                    List.copyOf(achievements.earned().keySet()),
                    List.copyOf(achievements.earned().values()));
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredAchievements(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The achievements of these users, as far as they have a result. */
    Map<UUID, PlayerAchievements> of(Collection<UUID> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        IdParameter wanted = IdParameter.of(users);
        return jdbc.sql("""
                        SELECT standing.user_id, wins, losses, total_score,
                            coalesce(flawless_wins, 0), coalesce(solo_wins, 0), coalesce(team_wins, 0),
                            coalesce(best_streak, 0), coalesce(streak, 0), recent_at, recent_match, recent_won,
                            earned, earned_at
                        FROM standing LEFT JOIN player_progress ON player_progress.user_id = standing.user_id
                        WHERE standing.user_id %s
                        """.formatted(wanted.comparison("users")))
                .param("users", wanted.value())
                .query(StoredAchievements::read);
    }

    /** Stores what changed, for all players of a result in one statement. */
    void save(Map<UUID, PlayerAchievements> players) {
        List<Row> rows = players.entrySet().stream()
                .map(player -> Row.of(player.getKey(), player.getValue()))
                .toList();
        jdbc.sql("""
                        INSERT INTO player_progress (user_id, flawless_wins, solo_wins, team_wins, best_streak, streak,
                            recent_at, recent_match, recent_won, earned, earned_at)
                        SELECT * FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS changed (
                            "userId" uuid, "flawlessWins" integer, "soloWins" integer, "teamWins" integer,
                            "bestStreak" integer, "streak" integer,
                            "recentAt" timestamptz[], "recentMatch" uuid[], "recentWon" boolean[],
                            "earned" text[], "earnedAt" timestamptz[])
                        ON CONFLICT (user_id) DO UPDATE
                        SET flawless_wins = excluded.flawless_wins, solo_wins = excluded.solo_wins,
                            team_wins = excluded.team_wins, best_streak = excluded.best_streak,
                            streak = excluded.streak, recent_at = excluded.recent_at,
                            recent_match = excluded.recent_match, recent_won = excluded.recent_won,
                            earned = excluded.earned, earned_at = excluded.earned_at
                        """).param("rows", json.writeValueAsString(rows)).update();
    }

    void remove(UUID user) {
        jdbc.sql("DELETE FROM player_progress WHERE user_id = ?").param(user).update();
    }

    private static Map<UUID, PlayerAchievements> read(ResultSet rows) throws SQLException {
        Map<UUID, PlayerAchievements> players = new HashMap<>();
        while (rows.next()) {
            players.put(
                    rows.getObject(1, UUID.class),
                    new PlayerAchievements(
                            new Totals(rows.getInt(2), rows.getInt(3), rows.getLong(4)), progress(rows), earned(rows)));
        }
        return players;
    }

    private static PlayerProgress progress(ResultSet row) throws SQLException {
        List<Instant> at = times(row.getArray("recent_at"));
        List<UUID> match = list(row.getArray("recent_match"), UUID[].class);
        List<Boolean> won = list(row.getArray("recent_won"), Boolean[].class);
        List<WinStreak.Outcome> recent = new ArrayList<>();
        for (int place = 0; place < at.size(); place++) {
            recent.add(new WinStreak.Outcome(at.get(place), match.get(place), won.get(place)));
        }
        return new PlayerProgress(
                row.getInt(5), row.getInt(6), row.getInt(7), new WinStreak(row.getInt(8), row.getInt(9), recent));
    }

    private static Map<AchievementCode, Instant> earned(ResultSet row) throws SQLException {
        List<String> codes = list(row.getArray("earned"), String[].class);
        List<Instant> at = times(row.getArray("earned_at"));
        Map<AchievementCode, Instant> earned = new EnumMap<>(AchievementCode.class);
        for (int place = 0; place < at.size(); place++) {
            AchievementCode code = AchievementCode.named(codes.get(place));
            if (code != null) {
                earned.put(code, at.get(place));
            }
        }
        return earned;
    }

    private static List<Instant> times(@Nullable Array array) throws SQLException {
        return list(array, Timestamp[].class).stream().map(Timestamp::toInstant).toList();
    }

    /** The elements; none if the player has no such row. */
    private static <T> List<T> list(@Nullable Array array, Class<T[]> type) throws SQLException {
        return array == null ? List.of() : Arrays.asList(type.cast(array.getArray()));
    }
}
