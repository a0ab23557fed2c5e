package ft.transcendence.users.friendship;

import com.netflix.graphql.dgs.DgsDataLoader;
import ft.transcendence.users.friendship.FriendEdges.Entry;
import ft.transcendence.users.friendship.FriendEdges.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.dataloader.MappedBatchLoader;

/** Loads the ids of users' newest friends, in one statement. */
@DgsDataLoader(name = "friendIds")
class FriendIdsLoader implements MappedBatchLoader<UUID, List<UUID>> {

    /** More than people have, and few enough for one request. */
    private static final int MAX_FRIENDS = 500;

    private final FriendEdges edges;

    FriendIdsLoader(FriendEdges edges) {
        this.edges = edges;
    }

    @Override
    public CompletionStage<Map<UUID, List<UUID>>> load(Set<UUID> owners) {
        Map<UUID, List<Entry>> lists = edges.lists(owners, FriendEdgeState.FRIENDS, Position.START, MAX_FRIENDS);
        return CompletableFuture.completedFuture(owners.stream()
                .collect(Collectors.toMap(owner -> owner, owner -> lists.getOrDefault(owner, List.of()).stream()
                        .map(Entry::other)
                        .toList())));
    }
}
