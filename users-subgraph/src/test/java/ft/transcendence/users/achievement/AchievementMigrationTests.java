package ft.transcendence.users.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.servers.testing.TestPostgres.TestDatabase;
import ft.transcendence.platform.servers.testing.TestServers;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Players who have results from before there were achievements. */
class AchievementMigrationTests {

    private final TestDatabase database = TestServers.postgres().createDatabase("achievements");
    private final JdbcClient jdbc = JdbcClient.create(
            new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password()));
    private final StoredAchievements stored = new StoredAchievements(jdbc, JsonMapper.shared());

    @Test
    void haveWhatTheirTotalsShow() {
        migrate("12");
        UUID regular = insert(12, 90, 10_500);
        UUID champion = insert(1000, 0, 9_999);
        UUID loser = insert(0, 99, 50);

        migrate("13");

        assertReachedIsEarned(regular, "FIRST_WIN", "TEN_WINS", "HUNDRED_MATCHES", "TEN_THOUSAND_POINTS");
        assertReachedIsEarned(champion, "FIRST_WIN", "TEN_WINS", "HUNDRED_WINS", "THOUSAND_WINS", "HUNDRED_MATCHES");
        assertReachedIsEarned(loser);
    }

    /** The migration repeats the goals of the catalogue; the list compares the two. */
    private void assertReachedIsEarned(UUID player, String... codes) {
        PlayerAchievements achievements = stored.of(List.of(player)).getOrDefault(player, PlayerAchievements.NONE);
        assertThat(achievements.earned().keySet()).extracting(Enum::name).containsExactly(codes);
        assertThat(achievements.list())
                .allMatch(progress -> (progress.earnedAt() != null)
                        == (progress.progress() == progress.achievement().goal()));
    }

    private UUID insert(int wins, int losses, long score) {
        UUID player = UUID.randomUUID();
        jdbc.sql("INSERT INTO standing (user_id, wins, losses, total_score) VALUES (?, ?, ?, ?)")
                .params(player, wins, losses, score)
                .update();
        return player;
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .locations("classpath:db/subgraph", "classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
