package ft.transcendence.matches.tournament;

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

/** Loads the tournaments that a request selects by id, all at once. */
@DgsDataLoader(name = TournamentLoader.NAME)
class TournamentLoader implements MappedBatchLoader<UUID, Tournament> {

    static final String NAME = "tournaments";

    private final TournamentReader tournaments;

    TournamentLoader(TournamentReader tournaments) {
        this.tournaments = tournaments;
    }

    /** The tournament with this id; null if there is none. */
    static CompletableFuture<@Nullable Tournament> find(UUID id, DgsDataFetchingEnvironment environment) {
        DataLoader<UUID, @Nullable Tournament> loader =
                Objects.requireNonNull(environment.<UUID, @Nullable Tournament>getDataLoader(NAME));
        return loader.load(id);
    }

    @Override
    public CompletionStage<Map<UUID, Tournament>> load(Set<UUID> ids) {
        return CompletableFuture.completedFuture(tournaments.byId(ids));
    }
}
