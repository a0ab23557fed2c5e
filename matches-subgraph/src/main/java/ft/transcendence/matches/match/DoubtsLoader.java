package ft.transcendence.matches.match;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import ft.transcendence.matches.doubt.Doubt;
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

/** Loads the doubts about all matches in a request at once. */
@DgsDataLoader(name = DoubtsLoader.NAME)
class DoubtsLoader implements MappedBatchLoader<UUID, List<Doubt>> {

    static final String NAME = "doubts";

    private final MatchReviews reviews;

    DoubtsLoader(MatchReviews reviews) {
        this.reviews = reviews;
    }

    /** The loader of this request. */
    static DataLoader<UUID, @Nullable List<Doubt>> in(DgsDataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.<UUID, @Nullable List<Doubt>>getDataLoader(NAME));
    }

    @Override
    public CompletionStage<Map<UUID, List<Doubt>>> load(Set<UUID> matches) {
        return CompletableFuture.completedFuture(reviews.doubts(matches));
    }
}
