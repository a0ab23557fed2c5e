package ft.transcendence.matches.player;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import ft.transcendence.subgraph.statement.IdParameter;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Loads the players that the users subgraph has published, including erased ones. Other ids resolve to null, because
 * the users subgraph could not resolve them either. The loader does not cache, since a player can be published while a
 * stream is open.
 */
@DgsDataLoader(name = KnownPlayerLoader.NAME, caching = false)
public class KnownPlayerLoader implements MappedBatchLoader<UUID, User> {

    static final String NAME = "knownPlayers";

    private final JdbcClient jdbc;

    KnownPlayerLoader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The player with this id; null if the users subgraph has not published them. */
    public static CompletableFuture<@Nullable User> find(UUID id, DgsDataFetchingEnvironment environment) {
        DataLoader<UUID, @Nullable User> players =
                Objects.requireNonNull(environment.<UUID, @Nullable User>getDataLoader(NAME));
        return players.load(id);
    }

    @Override
    public CompletionStage<Map<UUID, User>> load(Set<UUID> ids) {
        IdParameter wanted = IdParameter.of(ids);
        Map<UUID, User> known = jdbc
                .sql("""
                        SELECT user_id FROM player
                        WHERE user_id %s AND (profile_version IS NOT NULL OR erased_at IS NOT NULL)
                        """.formatted(wanted.comparison("players")))
                .param("players", wanted.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Function.identity(), User::new));
        return CompletableFuture.completedFuture(known);
    }
}
