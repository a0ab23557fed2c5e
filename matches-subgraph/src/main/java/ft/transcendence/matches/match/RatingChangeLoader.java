package ft.transcendence.matches.match;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import ft.transcendence.matches.rating.RatingChange;
import ft.transcendence.matches.rating.RatingService;
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

/** Loads the rating changes of all matches in a request at once. */
@DgsDataLoader(name = RatingChangeLoader.NAME)
class RatingChangeLoader implements MappedBatchLoader<UUID, List<RatingChange>> {

    static final String NAME = "ratingChanges";

    private final RatingService ratings;

    RatingChangeLoader(RatingService ratings) {
        this.ratings = ratings;
    }

    /** The loader of this request. */
    static DataLoader<UUID, @Nullable List<RatingChange>> in(DgsDataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.<UUID, @Nullable List<RatingChange>>getDataLoader(NAME));
    }

    @Override
    public CompletionStage<Map<UUID, List<RatingChange>>> load(Set<UUID> matches) {
        return CompletableFuture.completedFuture(ratings.changes(matches));
    }
}
