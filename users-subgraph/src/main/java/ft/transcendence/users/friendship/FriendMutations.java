package ft.transcendence.users.friendship;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.input.EntityId;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import ft.transcendence.users.friendship.FriendRules.Apply;
import ft.transcendence.users.friendship.FriendRules.Decision;
import ft.transcendence.users.friendship.FriendRules.Reject;
import ft.transcendence.users.friendship.Friendships.RequestedChange;
import ft.transcendence.users.profile.Profiles;
import ft.transcendence.users.profile.User;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Mutations of friendships. */
@DgsComponent
class FriendMutations {

    private static final int MAX_CHANGES = 50;

    private final Friendships friendships;
    private final Profiles profiles;

    FriendMutations(Friendships friendships, Profiles profiles) {
        this.friendships = friendships;
        this.profiles = profiles;
    }

    @DgsMutation
    @RequirePlayer
    FriendPayload requestFriend(@InputArgument String userId) {
        return change(userId, FriendAction.REQUEST);
    }

    @DgsMutation
    @RequirePlayer
    FriendPayload acceptFriend(@InputArgument String userId) {
        return change(userId, FriendAction.ACCEPT);
    }

    @DgsMutation
    @RequirePlayer
    FriendPayload declineFriend(@InputArgument String userId) {
        return change(userId, FriendAction.DECLINE);
    }

    @DgsMutation
    @RequirePlayer
    FriendPayload cancelFriendRequest(@InputArgument String userId) {
        return change(userId, FriendAction.CANCEL);
    }

    @DgsMutation
    @RequirePlayer
    FriendPayload removeFriend(@InputArgument String userId) {
        return change(userId, FriendAction.REMOVE);
    }

    @DgsMutation
    @RequirePlayer
    FriendPayload blockUser(@InputArgument String userId) {
        return change(userId, FriendAction.BLOCK);
    }

    @DgsMutation
    @RequirePlayer
    FriendPayload unblockUser(@InputArgument String userId) {
        return change(userId, FriendAction.UNBLOCK);
    }

    @DgsMutation
    @RequirePlayer
    UpdateFriendsPayload updateFriends(@InputArgument List<FriendChange> changes) {
        if (changes.size() > MAX_CHANGES) {
            throw ClientException.badInput("Send at most " + MAX_CHANGES + " changes at once.");
        }
        return new UpdateFriendsPayload(change(changes));
    }

    private FriendPayload change(String userId, FriendAction action) {
        return change(List.of(new FriendChange(userId, action))).getFirst();
    }

    private List<FriendPayload> change(List<FriendChange> requested) {
        User caller = profiles.requireActive(Caller.required());
        List<RequestedChange> changes = requested.stream()
                .map(change -> new RequestedChange(EntityId.of(change.userId()), change.action()))
                .toList();
        List<Decision> decisions = friendships.change(caller.id(), changes);
        Map<UUID, User> users = profiles.byIds(changes.stream()
                .map(RequestedChange::other)
                .flatMap(Optional::stream)
                .toList());
        return IntStream.range(0, changes.size())
                .mapToObj(index -> payload(changes.get(index), decisions.get(index), users))
                .toList();
    }

    private static FriendPayload payload(RequestedChange change, Decision decision, Map<UUID, User> users) {
        return switch (decision) {
            case Apply _ ->
                new FriendPayload(
                        Objects.requireNonNull(users.get(change.other().orElseThrow())), List.of());
            case Reject(var error) -> new FriendPayload(null, List.of(error));
        };
    }
}
