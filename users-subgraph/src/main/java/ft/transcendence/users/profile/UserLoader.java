package ft.transcendence.users.profile;

import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;

/** Loads users by id, in one statement per request. */
@DgsDataLoader(name = "users", maxBatchSize = 1000)
class UserLoader implements MappedBatchLoader<UUID, User> {

    private final Profiles profiles;

    UserLoader(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CompletionStage<Map<UUID, User>> load(Set<UUID> ids) {
        return CompletableFuture.completedFuture(profiles.byIds(ids));
    }
}
