package ft.transcendence.users.totals;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import ft.transcendence.subgraph.security.AllowAnonymous;
import ft.transcendence.users.profile.User;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/** Data fetchers for the fields of a user that are computed from matches. */
@DgsComponent
class PlayerTotalsDataFetchers {

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<Integer> wins(DgsDataFetchingEnvironment environment) {
        return totals(environment).thenApply(PlayerTotals::wins);
    }

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<Integer> losses(DgsDataFetchingEnvironment environment) {
        return totals(environment).thenApply(PlayerTotals::losses);
    }

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<Long> totalScore(DgsDataFetchingEnvironment environment) {
        return totals(environment).thenApply(PlayerTotals::totalScore);
    }

    private static CompletableFuture<PlayerTotals> totals(DgsDataFetchingEnvironment environment) {
        User user = Objects.requireNonNull(environment.getSource());
        DataLoader<Object, @Nullable PlayerTotals> totals = environment.getDataLoader(PlayerTotalsLoader.class);
        return totals.load(user.id()).thenApply(found -> found == null ? PlayerTotals.NONE : found);
    }
}
