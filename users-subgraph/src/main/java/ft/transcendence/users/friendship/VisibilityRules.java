package ft.transcendence.users.friendship;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.users.profile.User;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** The rules that decide whether the caller may see a field of a user. */
public final class VisibilityRules {

    private VisibilityRules() {}

    /** The user whose field is fetched. */
    public static User user(DgsDataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getSource());
    }

    static boolean isSelf(DgsDataFetchingEnvironment environment) {
        return Caller.current()
                .filter(caller -> caller.is(user(environment).id()))
                .isPresent();
    }

    /** Whether the caller is the user or a friend of theirs. */
    public static CompletableFuture<Boolean> isSelfOrFriend(DgsDataFetchingEnvironment environment) {
        return allows(FriendEdgePair::areFriends, environment);
    }

    /** Whether the caller is logged in and not blocked by the user. */
    static CompletableFuture<Boolean> isLoggedInAndNotBlocked(DgsDataFetchingEnvironment environment) {
        return allows(pair -> !pair.isBlockedByThem(), environment);
    }

    private static CompletableFuture<Boolean> allows(
            Predicate<FriendEdgePair> allowed, DgsDataFetchingEnvironment environment) {
        Optional<Caller> caller = Caller.current();
        if (caller.isEmpty() || isSelf(environment)) {
            return CompletableFuture.completedFuture(caller.isPresent());
        }
        return FriendEdgePairLoader.pair(caller.get().id(), user(environment).id(), environment)
                .thenApply(allowed::test);
    }
}
