package ft.transcendence.users.friendship;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/** Loads the edges between the caller and other users, in one statement per request. */
@DgsDataLoader(name = "friendEdges", maxBatchSize = 1000)
class FriendEdgePairLoader implements MappedBatchLoader<FriendEdgePairLoader.Key, FriendEdgePair> {

    /** The caller and the other user. */
    record Key(UUID caller, UUID other) {}

    private final Friendships friendships;

    FriendEdgePairLoader(Friendships friendships) {
        this.friendships = friendships;
    }

    @Override
    public CompletionStage<Map<Key, FriendEdgePair>> load(Set<Key> keys) {
        Map<UUID, Set<UUID>> othersByCaller = keys.stream()
                .collect(Collectors.groupingBy(Key::caller, Collectors.mapping(Key::other, Collectors.toSet())));
        Map<Key, FriendEdgePair> pairs = new HashMap<>();
        othersByCaller.forEach((caller, others) ->
                friendships.pairs(caller, others).forEach((other, pair) -> pairs.put(new Key(caller, other), pair)));
        return CompletableFuture.completedFuture(pairs);
    }

    /** Loads the edges between the caller and another user. */
    static CompletableFuture<FriendEdgePair> pair(UUID caller, UUID other, DgsDataFetchingEnvironment environment) {
        DataLoader<Key, @Nullable FriendEdgePair> pairs = environment.getDataLoader(FriendEdgePairLoader.class);
        return pairs.load(new Key(caller, other)).thenApply(pair -> pair == null ? FriendEdgePair.NONE : pair);
    }
}
