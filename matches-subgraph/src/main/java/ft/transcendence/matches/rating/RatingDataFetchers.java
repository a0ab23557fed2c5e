package ft.transcendence.matches.rating;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.matches.player.User;
import ft.transcendence.matches.rating.RatingHistory.Point;
import ft.transcendence.matches.rating.RatingHistory.Range;
import ft.transcendence.matches.rating.RatingHistoryLoader.Key;
import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.security.AllowAnonymous;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.DataLoader;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/** Data fetchers for ratings. Anyone may read them. */
@DgsComponent
class RatingDataFetchers {

    private static final int DEFAULT_POINTS = 50;
    private static final int MAXIMUM_POINTS = 200;

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<@Nullable CurrentRating> rating(
            @InputArgument Ladder mode, DgsDataFetchingEnvironment environment) {
        User player = environment.getSourceOrThrow();
        return Loader.in(environment).load(player.id()).thenApply(ratings -> ratings.get(mode));
    }

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<List<Point>> ratingHistory(
            @InputArgument Ladder mode,
            @InputArgument @Nullable Instant since,
            @InputArgument @Nullable Integer points,
            DgsDataFetchingEnvironment environment) {
        int limit = points == null ? DEFAULT_POINTS : points;
        if (limit < 1 || limit > MAXIMUM_POINTS) {
            throw ClientException.badInput("points must be between 1 and " + MAXIMUM_POINTS + ".");
        }
        User player = environment.getSourceOrThrow();
        return RatingHistoryLoader.in(environment).load(new Key(player.id(), new Range(mode, since, limit)));
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

    /** Loads the ratings of all players in a request at once, for all modes. */
    @DgsDataLoader(name = Loader.NAME)
    static class Loader implements MappedBatchLoader<UUID, Map<Ladder, CurrentRating>> {

        static final String NAME = "ratings";

        private final RatingService ratings;
        private final Clock clock;

        Loader(RatingService ratings, Clock clock) {
            this.ratings = ratings;
            this.clock = clock;
        }

        /** The loader of this request. */
        static DataLoader<UUID, Map<Ladder, CurrentRating>> in(DgsDataFetchingEnvironment environment) {
            return Objects.requireNonNull(environment.getDataLoader(NAME));
        }

        @Override
        public CompletionStage<Map<UUID, Map<Ladder, CurrentRating>>> load(Set<UUID> players) {
            return CompletableFuture.completedFuture(ratings.ratings(players, clock.instant()));
        }
    }
}
