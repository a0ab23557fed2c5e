package ft.transcendence.users.friendship;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.PageArguments;
import ft.transcendence.subgraph.security.AllowAnonymous;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.users.friendship.FriendListLoader.ListKey;
import ft.transcendence.users.friendship.FriendListLoader.ListPage;
import ft.transcendence.users.profile.User;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/**
 * Data fetchers for friendships. A field is null, not an error, for callers who may not see it, so that it can be
 * selected on lists of users.
 */
@DgsComponent
class FriendDataFetchers {

    /** Smaller than elsewhere, because friends of friends multiply. */
    private static final int MAX_PAGE_SIZE = 50;

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<@Nullable Relationship> relationship(DgsDataFetchingEnvironment environment) {
        Optional<Caller> caller = Caller.current();
        if (caller.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        User user = VisibilityRules.user(environment);
        if (caller.get().is(user.id())) {
            return CompletableFuture.completedFuture(Relationship.SELF);
        }
        return FriendEdgePairLoader.pair(caller.get().id(), user.id(), environment)
                .thenApply(pair -> Relationship.of(pair.own()));
    }

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<@Nullable Connection<User>> friends(
            @InputArgument @Nullable Integer first,
            @InputArgument @Nullable String after,
            DgsDataFetchingEnvironment environment) {
        PageArguments page = PageArguments.of(first, after, MAX_PAGE_SIZE);
        // load both at once: waiting for the permission first would take the list out of its batch
        return VisibilityRules.isSelfOrFriend(environment)
                .thenCombine(
                        list(FriendEdgeState.FRIENDS, page, environment),
                        (allowed, friends) -> allowed ? friends : null);
    }

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<@Nullable List<UUID>> friendIds(DgsDataFetchingEnvironment environment) {
        if (!VisibilityRules.isSelf(environment)) {
            return CompletableFuture.completedFuture(null);
        }
        DataLoader<UUID, @Nullable List<UUID>> ids = environment.getDataLoader(FriendIdsLoader.class);
        return ids.load(VisibilityRules.user(environment).id());
    }

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<@Nullable Connection<User>> friendRequestsReceived(
            @InputArgument @Nullable Integer first,
            @InputArgument @Nullable String after,
            DgsDataFetchingEnvironment environment) {
        return ownList(FriendEdgeState.RECEIVED, first, after, environment);
    }

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<@Nullable Connection<User>> friendRequestsSent(
            @InputArgument @Nullable Integer first,
            @InputArgument @Nullable String after,
            DgsDataFetchingEnvironment environment) {
        return ownList(FriendEdgeState.REQUESTED, first, after, environment);
    }

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<@Nullable Connection<User>> blockedUsers(
            @InputArgument @Nullable Integer first,
            @InputArgument @Nullable String after,
            DgsDataFetchingEnvironment environment) {
        return ownList(FriendEdgeState.BLOCKED, first, after, environment);
    }

    private static CompletableFuture<@Nullable Connection<User>> ownList(
            FriendEdgeState state,
            @Nullable Integer first,
            @Nullable String after,
            DgsDataFetchingEnvironment environment) {
        PageArguments page = PageArguments.of(first, after, MAX_PAGE_SIZE);
        return VisibilityRules.isSelf(environment)
                ? list(state, page, environment)
                : CompletableFuture.completedFuture(null);
    }

    private static CompletableFuture<@Nullable Connection<User>> list(
            FriendEdgeState state, PageArguments page, DgsDataFetchingEnvironment environment) {
        DataLoader<ListKey, @Nullable Connection<User>> lists = environment.getDataLoader(FriendListLoader.class);
        return lists.load(new ListKey(VisibilityRules.user(environment).id(), new ListPage(state, page)));
    }
}
