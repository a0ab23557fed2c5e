package ft.transcendence.matches.tournament;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.DataLoader;
import org.dataloader.MappedBatchLoader;

/** Loads the entrants of all tournaments in a request at once. A changed tournament is another key. */
@DgsDataLoader(name = EntrantsLoader.NAME)
class EntrantsLoader implements MappedBatchLoader<Tournament, List<Entrant>> {

    static final String NAME = "tournamentEntrants";

    private final TournamentReader tournaments;

    EntrantsLoader(TournamentReader tournaments) {
        this.tournaments = tournaments;
    }

    /** All entrants of the tournament that is the source of a field, with those who are invited. */
    static CompletableFuture<List<Entrant>> ofSource(DgsDataFetchingEnvironment environment) {
        DataLoader<Tournament, List<Entrant>> loader = Objects.requireNonNull(environment.getDataLoader(NAME));
        return loader.load(environment.getSourceOrThrow());
    }

    @Override
    public CompletionStage<Map<Tournament, List<Entrant>>> load(Set<Tournament> wanted) {
        Map<UUID, List<Entrant>> found =
                tournaments.entrants(wanted.stream().map(Tournament::id).toList());
        Map<Tournament, List<Entrant>> entrants = new HashMap<>();
        wanted.forEach(tournament -> entrants.put(tournament, found.getOrDefault(tournament.id(), List.of())));
        return CompletableFuture.completedFuture(entrants);
    }
}
