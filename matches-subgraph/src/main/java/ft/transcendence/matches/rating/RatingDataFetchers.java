package ft.transcendence.matches.rating;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import ft.transcendence.matches.player.User;
import ft.transcendence.subgraph.security.AllowAnonymous;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.DataLoader;
import org.dataloader.MappedBatchLoader;

/** Data fetchers for ratings. Anyone may read them. */
@DgsComponent
class RatingDataFetchers {

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<CurrentRating> rating(DgsDataFetchingEnvironment environment) {
        User player = environment.getSourceOrThrow();
        return Loader.in(environment).load(player.id());
    }

    @DgsData(parentType = "RatingChange")
    @AllowAnonymous
    Rating before(DgsDataFetchingEnvironment environment) {
        return environment.<RatingChange>getSourceOrThrow().before().rating();
    }

    @DgsData(parentType = "RatingChange")
    @AllowAnonymous
    Rating after(DgsDataFetchingEnvironment environment) {
        return environment.<RatingChange>getSourceOrThrow().after().rating();
    }

    /** Loads the ratings of all players in a request at once. */
    @DgsDataLoader(name = Loader.NAME)
    static class Loader implements MappedBatchLoader<UUID, CurrentRating> {

        static final String NAME = "ratings";

        private final RatingService ratings;
        private final Clock clock;

        Loader(RatingService ratings, Clock clock) {
            this.ratings = ratings;
            this.clock = clock;
        }

        /** The loader of this request. */
        static DataLoader<UUID, CurrentRating> in(DgsDataFetchingEnvironment environment) {
            return Objects.requireNonNull(environment.getDataLoader(NAME));
        }

        @Override
        public CompletionStage<Map<UUID, CurrentRating>> load(Set<UUID> players) {
            return CompletableFuture.completedFuture(ratings.ratings(players, clock.instant()));
        }
    }
}
