package ft.transcendence.users.name;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.servers.testing.TestPostgres.TestDatabase;
import ft.transcendence.platform.servers.testing.TestServers;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Profiles from before the migration, whose display names may be real names. */
class HideRealNamesTests {

    private record Profile(String displayName, long version) {}

    private final TestDatabase database = TestServers.postgres().createDatabase("real_names");
    private final JdbcClient jdbc = JdbcClient.create(
            new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password()));

    @BeforeEach
    void migrateToBefore() {
        migrate("5");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Ada Lovelace,            Ada,        Lovelace",
                "Lovelace Ada,            Ada,        Lovelace",
                "ADA lovelace,            Ada,        Lovelace",
                "'Ada \u00A0 Lovelace',   ' Ada ',    'Lovelace\u3000'",
                "Zoe\u0308 M\u00FCller,   Zo\u00EB,   Mu\u0308ller",
                "STRASSE \u03A3,          Stra\u00DFe, \u03C3",
                "Ada,                     Ada,        -",
                "Lovelace,                -,          Lovelace",
                "Ada King Noel Byron,     Ada King,   Noel Byron"
            })
    void replacesARealNameWithTheUsername(String shown, @Nullable String first, @Nullable String last) {
        UUID ada = insert("countess", shown, first, last);

        migrate("latest");

        assertThat(displayName(ada)).isEqualTo("countess");
        assertThat(version(ada)).isEqualTo(4);
        assertThat(unannounced()).containsExactly(ada);
        assertThat(skeletons(ada)).containsExactlyElementsOf(Skeletons.of("countess"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Countess,       Ada, Lovelace",
                "Ada,            Ada, Lovelace",
                "Ada L.,         Ada, Lovelace",
                "Ada Lovelace,   -,   -",
                "Ada Lovelace,   Ada, King",
                "countess,       -,   countess"
            })
    void keepsOtherNames(String shown, @Nullable String first, @Nullable String last) {
        UUID ada = insert("countess", shown, first, last);

        migrate("latest");

        assertThat(displayName(ada)).isEqualTo(shown);
        assertThat(version(ada)).isEqualTo(3);
        assertThat(unannounced()).isEmpty();
    }

    @Test
    void generatesANameForLookAlikes() {
        UUID earlier = insert("paul", "paul", null, null);
        UUID later = insert("p\u0430ul", "Paul Erd\u0151s", "Paul", "Erd\u0151s");

        migrate("latest");

        assertThat(displayName(earlier)).isEqualTo("paul");
        assertThat(displayName(later)).isEqualTo("pul");
        assertThat(skeletons(later)).containsExactlyElementsOf(Skeletons.of("pul"));
    }

    @Test
    void givesDifferentNamesToPlayersWithTheSameCandidates() {
        UUID earlier = insert("ada@example.org", "Ada Lovelace", "Ada", "Lovelace");
        UUID later = insert("ada@example.com", "Ada Byron", "Ada", "Byron");

        migrate("latest");

        assertThat(displayName(earlier)).isEqualTo("ada");
        assertThat(displayName(later)).isEqualTo("ada-" + later.toString().substring(0, 8));
    }

    @Test
    void releasesHiddenNamesAndSkipsErasedPlayers() {
        UUID ada = insert("countess", "Ada Lovelace", "Ada", "Lovelace");
        UUID erased = insert("somebody", "Emmy Noether", "Emmy", "Noether");
        jdbc.sql("UPDATE profile SET active = false WHERE id = ?").param(erased).update();
        UUID waiting = insert("adalovelace", "Somebody", null, null);

        migrate("latest");

        assertThat(unannounced()).containsExactly(ada);
        assertThat(jdbc.sql("SELECT count(*) FROM player_name WHERE owner = ?")
                        .param(waiting)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(displayName(ada)).isEqualTo("countess");
    }

    private UUID insert(String username, String shown, @Nullable String first, @Nullable String last) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO profile (id, version, username, display_name, first_name, last_name, joined_at)
                        SELECT :id, 3, :username, :shown, :first, :last, timestamptz '2026-01-01' + count(*) * interval '1 s'
                        FROM profile
                        """)
                .param("id", id)
                .param("username", username)
                .param("shown", shown)
                .param("first", first)
                .param("last", last)
                .update();
        return id;
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .locations("classpath:db/subgraph", "classpath:db/migration")
                .javaMigrations(new V7__ClaimNames(), new V9__HideRealNames())
                .target(target)
                .load()
                .migrate();
    }

    private String displayName(UUID player) {
        return profile(player).displayName();
    }

    private long version(UUID player) {
        return profile(player).version();
    }

    private Profile profile(UUID player) {
        return jdbc.sql("SELECT display_name, version FROM profile WHERE id = ?")
                .param(player)
                .query((row, number) -> new Profile(row.getString(1), row.getLong(2)))
                .single();
    }

    private List<UUID> unannounced() {
        return jdbc.sql("SELECT user_id FROM unannounced_profile")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private List<String> skeletons(UUID player) {
        return jdbc.sql("SELECT skeleton FROM player_name WHERE owner = ? ORDER BY skeleton COLLATE \"C\"")
                .param(player)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
