package ft.transcendence.matches.server;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import ft.transcendence.matches.match.MatchHosting;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.DataLoader;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/** Counts the open matches of all game servers in a request at once. */
@DgsDataLoader(name = OpenMatchesLoader.NAME)
class OpenMatchesLoader implements MappedBatchLoader<String, Integer> {

    static final String NAME = "openMatches";

    private final MatchHosting hosting;

    OpenMatchesLoader(MatchHosting hosting) {
        this.hosting = hosting;
    }

    /** The number of open matches of a game server. */
    static CompletableFuture<Integer> count(GameServer server, DgsDataFetchingEnvironment environment) {
        DataLoader<String, @Nullable Integer> counts =
                Objects.requireNonNull(environment.<String, @Nullable Integer>getDataLoader(NAME));
        return counts.load(server.id()).thenApply(count -> count == null ? 0 : count);
    }

    @Override
    public CompletionStage<Map<String, Integer>> load(Set<String> servers) {
        return CompletableFuture.completedFuture(hosting.openMatches(servers));
    }
}
