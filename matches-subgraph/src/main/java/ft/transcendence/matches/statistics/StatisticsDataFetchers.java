package ft.transcendence.matches.statistics;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import ft.transcendence.matches.player.User;
import ft.transcendence.subgraph.security.AllowAnonymous;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.DataLoader;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/** The data fetcher of {@code User.stats}. Anyone may read it. */
@DgsComponent
class StatisticsDataFetchers {

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<PlayerStats> stats(DgsDataFetchingEnvironment environment) {
        User player = environment.getSourceOrThrow();
        return Loader.in(environment)
                .load(player.id())
                .thenApply(modes -> PlayerStats.of(modes == null ? Map.of() : modes));
    }

    /** Loads the statistics of all players in a request at once. */
    @DgsDataLoader(name = Loader.NAME)
    static class Loader implements MappedBatchLoader<UUID, Map<String, Statistics>> {

        static final String NAME = "statistics";

        private final StatisticsService statistics;

        Loader(StatisticsService statistics) {
            this.statistics = statistics;
        }

        /** The loader of this request. */
        static DataLoader<UUID, @Nullable Map<String, Statistics>> in(DgsDataFetchingEnvironment environment) {
            return Objects.requireNonNull(environment.<UUID, @Nullable Map<String, Statistics>>getDataLoader(NAME));
        }

        @Override
        public CompletionStage<Map<UUID, Map<String, Statistics>>> load(Set<UUID> players) {
            return CompletableFuture.completedFuture(statistics.statistics(players));
        }
    }
}
