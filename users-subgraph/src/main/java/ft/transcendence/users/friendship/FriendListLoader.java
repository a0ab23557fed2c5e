package ft.transcendence.users.friendship;

import com.netflix.graphql.dgs.DgsDataLoader;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.Cursor;
import ft.transcendence.subgraph.paging.PageArguments;
import ft.transcendence.users.friendship.FriendEdges.Entry;
import ft.transcendence.users.friendship.FriendEdges.Position;
import ft.transcendence.users.profile.Profiles;
import ft.transcendence.users.profile.User;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.dataloader.MappedBatchLoader;

/**
 * Loads pages of friends, friend requests and blocked users: two statements per field, however many users select it.
 */
@DgsDataLoader(name = "friendLists", maxBatchSize = 1000)
class FriendListLoader implements MappedBatchLoader<FriendListLoader.ListKey, Connection<User>> {

    /** The owner of the list, and which page of which list. */
    record ListKey(UUID owner, ListPage page) {}

    /** The part of the key that all owners share. */
    record ListPage(FriendEdgeState state, PageArguments arguments) {}

    private final FriendEdges edges;
    private final Profiles profiles;

    FriendListLoader(FriendEdges edges, Profiles profiles) {
        this.edges = edges;
        this.profiles = profiles;
    }

    @Override
    public CompletionStage<Map<ListKey, Connection<User>>> load(Set<ListKey> keys) {
        Map<ListPage, Set<UUID>> ownersByPage = keys.stream()
                .collect(Collectors.groupingBy(ListKey::page, Collectors.mapping(ListKey::owner, Collectors.toSet())));
        Map<ListKey, Connection<User>> connections = new HashMap<>();
        ownersByPage.forEach((page, owners) -> load(page, owners)
                .forEach((owner, connection) -> connections.put(new ListKey(owner, page), connection)));
        return CompletableFuture.completedFuture(connections);
    }

    private Map<UUID, Connection<User>> load(ListPage page, Collection<UUID> owners) {
        PageArguments arguments = page.arguments();
        Position after = arguments
                .after(2)
                .map(cursor -> new Position(cursor.instant(0), cursor.uuid(1)))
                .orElse(Position.START);
        Map<UUID, List<Entry>> lists = edges.lists(owners, page.state(), after, arguments.limit());
        Set<UUID> others =
                lists.values().stream().flatMap(List::stream).map(Entry::other).collect(Collectors.toSet());
        Map<UUID, User> users = others.isEmpty() ? Map.of() : profiles.byIds(others);
        return owners.stream()
                .collect(Collectors.toMap(
                        owner -> owner, owner -> connection(arguments, lists.getOrDefault(owner, List.of()), users)));
    }

    private static Connection<User> connection(PageArguments page, List<Entry> entries, Map<UUID, User> users) {
        return Connection.of(page, entries, entry -> Cursor.of(entry.since(), entry.other()))
                .map(entry -> Objects.requireNonNull(users.get(entry.other())));
    }
}
