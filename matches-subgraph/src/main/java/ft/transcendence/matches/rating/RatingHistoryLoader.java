package ft.transcendence.matches.rating;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import ft.transcendence.matches.rating.RatingHistory.Point;
import ft.transcendence.matches.rating.RatingHistory.Range;
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

/** Loads the rating histories of all players in a request: one statement per field that selects them. */
@DgsDataLoader(name = RatingHistoryLoader.NAME)
class RatingHistoryLoader implements MappedBatchLoader<RatingHistoryLoader.Key, List<Point>> {

    static final String NAME = "ratingHistories";

    private final RatingHistory history;

    RatingHistoryLoader(RatingHistory history) {
        this.history = history;
    }

    /** The player, and which part of their history. */
    record Key(UUID player, Range range) {}

    /** The loader of this request. */
    static DataLoader<Key, List<Point>> in(DgsDataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getDataLoader(NAME));
    }

    @Override
    public CompletionStage<Map<Key, List<Point>>> load(Set<Key> keys) {
        Map<Range, List<Key>> keysByRange = keys.stream().collect(Collectors.groupingBy(Key::range));
        Map<Key, List<Point>> loaded = new HashMap<>();
        keysByRange.forEach((range, group) -> {
            List<UUID> players = group.stream().map(Key::player).toList();
            Map<UUID, List<Point>> histories = history.of(players, range);
            group.forEach(key -> loaded.put(key, histories.getOrDefault(key.player(), List.of())));
        });
        return CompletableFuture.completedFuture(loaded);
    }
}
