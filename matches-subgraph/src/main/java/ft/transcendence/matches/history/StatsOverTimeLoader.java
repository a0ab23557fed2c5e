package ft.transcendence.matches.history;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import ft.transcendence.matches.history.StatsOverTime.Bucket;
import ft.transcendence.matches.history.StatsOverTime.Range;
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

/** Loads the statistics over time of all players in a request: one statement per field that selects them. */
@DgsDataLoader(name = StatsOverTimeLoader.NAME)
class StatsOverTimeLoader implements MappedBatchLoader<StatsOverTimeLoader.Key, List<Bucket>> {

    static final String NAME = "statsOverTime";

    private final StatsOverTime stats;

    StatsOverTimeLoader(StatsOverTime stats) {
        this.stats = stats;
    }

    /** The player, and which of their matches to count. */
    record Key(UUID player, Range range) {}

    /** The loader of this request. */
    static DataLoader<Key, List<Bucket>> in(DgsDataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getDataLoader(NAME));
    }

    @Override
    public CompletionStage<Map<Key, List<Bucket>>> load(Set<Key> keys) {
        Map<Range, List<Key>> keysByRange = keys.stream().collect(Collectors.groupingBy(Key::range));
        Map<Key, List<Bucket>> loaded = new HashMap<>();
        keysByRange.forEach((range, group) -> {
            Map<UUID, List<Bucket>> buckets =
                    stats.of(group.stream().map(Key::player).toList(), range);
            group.forEach(key -> loaded.put(key, buckets.getOrDefault(key.player(), List.of())));
        });
        return CompletableFuture.completedFuture(loaded);
    }
}
