package ft.transcendence.matches.tournament;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import ft.transcendence.subgraph.input.EntityId;
import ft.transcendence.subgraph.security.AllowAnonymous;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Resolves {@code Tournament} entities. The class is public because DGS calls it by plain reflection. */
@DgsComponent
public class TournamentEntityFetcher {

    @DgsEntityFetcher(name = "Tournament")
    @AllowAnonymous
    public CompletableFuture<@Nullable Tournament> tournament(
            Map<String, Object> representation, DgsDataFetchingEnvironment environment) {
        return EntityId.of(representation)
                .map(id -> TournamentLoader.find(id, environment))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}
