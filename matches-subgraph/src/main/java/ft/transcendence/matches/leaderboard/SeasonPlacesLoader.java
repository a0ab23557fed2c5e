package ft.transcendence.matches.leaderboard;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import ft.transcendence.matches.leaderboard.FinalStandings.Place;
import ft.transcendence.matches.rating.Ladder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.dataloader.MappedBatchLoader;

/** Loads the places in past seasons of all players in a request: one statement for each mode that is selected. */
@DgsDataLoader(name = SeasonPlacesLoader.NAME)
class SeasonPlacesLoader implements MappedBatchLoader<SeasonPlacesLoader.Key, List<Place>> {

    static final String NAME = "seasonPlaces";

    private final FinalStandings standings;

    SeasonPlacesLoader(FinalStandings standings) {
        this.standings = standings;
    }

    /** The player, and on which ladder. */
    record Key(UUID player, Ladder ladder) {}

    /** The loader of this request. */
    static DataLoader<Key, List<Place>> in(DgsDataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getDataLoader(NAME));
    }

    @Override
    public CompletionStage<Map<Key, List<Place>>> load(Set<Key> keys) {
        Map<Ladder, List<Key>> keysByLadder = keys.stream().collect(Collectors.groupingBy(Key::ladder));
        Map<Key, List<Place>> loaded = new HashMap<>();
        keysByLadder.forEach((ladder, group) -> {
            Map<UUID, List<Place>> places =
                    standings.of(group.stream().map(Key::player).toList(), ladder);
            group.forEach(key -> loaded.put(key, places.getOrDefault(key.player(), List.of())));
        });
        return CompletableFuture.completedFuture(loaded);
    }
}
