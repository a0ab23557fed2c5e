package ft.transcendence.matches.testing;

import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores players in the read model, as if the users subgraph had published them. */
public final class ProfileSeeder {

    private static volatile @Nullable JdbcClient jdbc;

    private ProfileSeeder() {}

    static void into(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /** Stores those of these players who are not stored yet. */
    public static void of(Collection<UUID> players) {
        Objects.requireNonNull(jdbc)
                .sql("""
                        INSERT INTO player (user_id, profile_version)
                        SELECT DISTINCT player, 1 FROM unnest(:players) player ORDER BY player
                        ON CONFLICT (user_id) DO NOTHING
                        """)
                .param("players", players.toArray(UUID[]::new))
                .update();
    }
}
