package ft.transcendence.users.totals;

import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;

/** Loads players' totals by user id, in one statement per request. */
@DgsDataLoader(name = "playerTotals", maxBatchSize = 1000)
class PlayerTotalsLoader implements MappedBatchLoader<UUID, PlayerTotals> {

    private final PlayerTotalsRepository totals;

    PlayerTotalsLoader(PlayerTotalsRepository totals) {
        this.totals = totals;
    }

    @Override
    public CompletionStage<Map<UUID, PlayerTotals>> load(Set<UUID> users) {
        return CompletableFuture.completedFuture(totals.of(users));
    }
}
