package ft.transcendence.users.achievement;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import ft.transcendence.subgraph.security.AllowAnonymous;
import ft.transcendence.users.profile.User;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;

/** Data fetchers for achievements. They are public, as totals are. */
@DgsComponent
class AchievementDataFetchers {

    @DgsQuery
    @AllowAnonymous
    List<Achievement> achievements() {
        return Achievement.CATALOGUE;
    }

    @DgsData(parentType = "User", field = "achievements")
    @AllowAnonymous
    CompletableFuture<List<AchievementProgress>> achievementsOfUser(DgsDataFetchingEnvironment environment) {
        User user = Objects.requireNonNull(environment.getSource());
        DataLoader<UUID, PlayerAchievements> loader = environment.getDataLoader(AchievementLoader.class);
        return loader.load(user.id()).thenApply(PlayerAchievements::list);
    }
}
