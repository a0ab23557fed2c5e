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
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Loads display names of players for tickets. In responses names come from the users subgraph, so nothing else needs
 * them.
 */
@DgsDataLoader(name = PlayerNameLoader.NAME)
public class PlayerNameLoader implements MappedBatchLoader<UUID, String> {

    static final String NAME = "playerNames";

    private final JdbcClient jdbc;

    PlayerNameLoader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The display name of a player; null if the users subgraph has not published one. */
    public static CompletableFuture<@Nullable String> find(UUID player, DgsDataFetchingEnvironment environment) {
        DataLoader<UUID, @Nullable String> names =
                Objects.requireNonNull(environment.<UUID, @Nullable String>getDataLoader(NAME));
        return names.load(player);
    }

    @Override
    public CompletionStage<Map<UUID, String>> load(Set<UUID> players) {
        IdParameter wanted = IdParameter.of(players);
        return CompletableFuture.completedFuture(jdbc
                .sql("SELECT user_id, display_name FROM player WHERE user_id %s AND display_name IS NOT NULL"
                        .formatted(wanted.comparison("players")))
                .param("players", wanted.value())
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
