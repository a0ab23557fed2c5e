package ft.transcendence.users.presence;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import ft.transcendence.subgraph.security.AllowAnonymous;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import ft.transcendence.users.friendship.VisibilityRules;
import ft.transcendence.users.profile.User;
import ft.transcendence.users.profile.UserLoader;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/** Data fetchers for presence. Only the user and their friends may see it. */
@DgsComponent
class PresenceDataFetchers {

    private final Presences presences;

    PresenceDataFetchers(Presences presences) {
        this.presences = presences;
    }

    @DgsQuery
    @RequirePlayer
    List<FriendPresence> friendsPresence() {
        return presences.ofFriends(Caller.required().id()).entrySet().stream()
                .filter(friend -> friend.getValue() != Presence.OFFLINE)
                .map(friend -> new FriendPresence(friend.getKey(), friend.getValue()))
                .toList();
    }

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<@Nullable Presence> presence(DgsDataFetchingEnvironment environment) {
        if (Caller.current().isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        DataLoader<UUID, @Nullable Presence> loader = environment.getDataLoader(PresenceLoader.class);
        // load both at once: waiting for the permission first would take the presence out of its batch
        return VisibilityRules.isSelfOrFriend(environment)
                .thenCombine(
                        loader.load(VisibilityRules.user(environment).id()),
                        (allowed, presence) -> allowed ? presence : null);
    }

    @DgsData(parentType = "FriendPresence")
    @RequirePlayer
    CompletableFuture<@Nullable User> user(DgsDataFetchingEnvironment environment) {
        FriendPresence friend = Objects.requireNonNull(environment.getSource());
        return UserLoader.find(friend.friend(), environment);
    }
}
