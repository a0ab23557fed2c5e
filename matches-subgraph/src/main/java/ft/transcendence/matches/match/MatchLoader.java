package ft.transcendence.matches.match;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.DataLoader;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/** Loads the matches that a request selects by id, all at once. */
@DgsDataLoader(name = MatchLoader.NAME)
public class MatchLoader implements MappedBatchLoader<UUID, Match> {

    static final String NAME = "matches";

    private final MatchReader matches;

    MatchLoader(MatchReader matches) {
        this.matches = matches;
    }

    /** The loader of this request. */
    public static DataLoader<UUID, @Nullable Match> in(DgsDataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.<UUID, @Nullable Match>getDataLoader(NAME));
    }

    /** The match with this id; null if there is none. */
    public static CompletableFuture<@Nullable Match> find(UUID id, DgsDataFetchingEnvironment environment) {
        return in(environment).load(id);
    }

    @Override
    public CompletionStage<Map<UUID, Match>> load(Set<UUID> ids) {
        return CompletableFuture.completedFuture(matches.byId(ids));
    }
}
