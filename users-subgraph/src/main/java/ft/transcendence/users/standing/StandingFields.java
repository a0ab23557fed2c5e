package ft.transcendence.users.standing;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import ft.transcendence.subgraph.caller.AnyoneMay;
import ft.transcendence.users.profile.User;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/** The fields of a user that come from matches. */
@DgsComponent
class StandingFields {

    @DgsData(parentType = "User")
    @AnyoneMay
    CompletableFuture<Integer> wins(DgsDataFetchingEnvironment environment) {
        return standing(environment).thenApply(Standing::wins);
    }

    @DgsData(parentType = "User")
    @AnyoneMay
    CompletableFuture<Integer> losses(DgsDataFetchingEnvironment environment) {
        return standing(environment).thenApply(Standing::losses);
    }

    @DgsData(parentType = "User")
    @AnyoneMay
    CompletableFuture<Long> totalScore(DgsDataFetchingEnvironment environment) {
        return standing(environment).thenApply(Standing::totalScore);
    }

    private static CompletableFuture<Standing> standing(DgsDataFetchingEnvironment environment) {
        User user = Objects.requireNonNull(environment.getSource());
        DataLoader<Object, @Nullable Standing> standings = environment.getDataLoader(StandingLoader.class);
        return standings.load(user.getId()).thenApply(found -> found == null ? Standing.NONE : found);
    }
}
