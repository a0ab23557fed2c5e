package ft.transcendence.users.standing;

import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;

/** Standings by user id, in one statement for a whole request. */
@DgsDataLoader(name = "standings", maxBatchSize = 1000)
class StandingLoader implements MappedBatchLoader<UUID, Standing> {

    private final Standings standings;

    StandingLoader(Standings standings) {
        this.standings = standings;
    }

    @Override
    public CompletionStage<Map<UUID, Standing>> load(Set<UUID> users) {
        return CompletableFuture.completedFuture(standings.of(users));
    }
}
