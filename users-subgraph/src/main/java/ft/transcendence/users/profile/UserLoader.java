package ft.transcendence.users.profile;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.DataLoader;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/** Loads users by id, in one statement per request. */
@DgsDataLoader(name = "users", maxBatchSize = 1000)
public class UserLoader implements MappedBatchLoader<UUID, User> {

    private final Profiles profiles;

    UserLoader(Profiles profiles) {
        this.profiles = profiles;
    }

    /** The user with this id; null if there is none. */
    public static CompletableFuture<@Nullable User> find(UUID id, DgsDataFetchingEnvironment environment) {
        DataLoader<UUID, @Nullable User> users = environment.getDataLoader(UserLoader.class);
        return users.load(id);
    }

    @Override
    public CompletionStage<Map<UUID, User>> load(Set<UUID> ids) {
        return CompletableFuture.completedFuture(profiles.byIds(ids));
    }
}
