package ft.transcendence.users.achievement;

import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;

/** Loads the achievements of users, in one statement per request. */
@DgsDataLoader(name = "achievements", maxBatchSize = 1000)
class AchievementLoader implements MappedBatchLoader<UUID, PlayerAchievements> {

    private final Achievements achievements;

    AchievementLoader(Achievements achievements) {
        this.achievements = achievements;
    }

    @Override
    public CompletionStage<Map<UUID, PlayerAchievements>> load(Set<UUID> users) {
        return CompletableFuture.completedFuture(achievements.of(users));
    }
}
