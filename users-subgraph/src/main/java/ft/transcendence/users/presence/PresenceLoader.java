package ft.transcendence.users.presence;

import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;

/** Loads the presence of users, in one statement per request. */
@DgsDataLoader(name = "presence", maxBatchSize = 1000)
class PresenceLoader implements MappedBatchLoader<UUID, Presence> {

    private final Presences presences;

    PresenceLoader(Presences presences) {
        this.presences = presences;
    }

    @Override
    public CompletionStage<Map<UUID, Presence>> load(Set<UUID> users) {
        return CompletableFuture.completedFuture(presences.of(users));
    }
}
