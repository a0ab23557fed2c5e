package ft.transcendence.users.profile;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import ft.transcendence.subgraph.input.EntityId;
import ft.transcendence.subgraph.security.AllowAnonymous;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Resolves {@code User} entities. Anyone may resolve one: it exposes public data only, and restricted fields have rules
 * of their own. The class is public because DGS calls it by plain reflection.
 */
@DgsComponent
public class UserEntityFetcher {

    @DgsEntityFetcher(name = "User")
    @AllowAnonymous
    public CompletableFuture<@Nullable User> user(
            Map<String, Object> representation, DgsDataFetchingEnvironment environment) {
        return EntityId.of(representation)
                .map(id -> UserLoader.find(id, environment))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}
