package ft.transcendence.matches.match;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import ft.transcendence.subgraph.input.EntityId;
import ft.transcendence.subgraph.security.AllowAnonymous;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/** Resolves {@code Match} entities. The class is public because DGS calls it by plain reflection. */
@DgsComponent
public class MatchEntityFetcher {

    @DgsEntityFetcher(name = "Match")
    @AllowAnonymous
    public CompletableFuture<@Nullable Match> match(
            Map<String, Object> representation, DgsDataFetchingEnvironment environment) {
        DataLoader<UUID, @Nullable Match> matches = MatchLoader.in(environment);
        return EntityId.of(representation).map(matches::load).orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}
