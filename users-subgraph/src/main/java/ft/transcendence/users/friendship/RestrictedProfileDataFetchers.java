package ft.transcendence.users.friendship;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import ft.transcendence.subgraph.security.AllowAnonymous;
import ft.transcendence.users.profile.User;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Data fetchers for profile fields that only some callers may see, on whichever path they reached the user. */
@DgsComponent
class RestrictedProfileDataFetchers {

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<@Nullable String> firstName(DgsDataFetchingEnvironment environment) {
        return forFriends(User::firstName, environment);
    }

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<@Nullable String> lastName(DgsDataFetchingEnvironment environment) {
        return forFriends(User::lastName, environment);
    }

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<@Nullable String> bio(DgsDataFetchingEnvironment environment) {
        return forLoggedIn(User::bio, environment);
    }

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<@Nullable String> campus(DgsDataFetchingEnvironment environment) {
        return forLoggedIn(User::campus, environment);
    }

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<@Nullable String> username42(DgsDataFetchingEnvironment environment) {
        return forLoggedIn(User::username42, environment);
    }

    private static CompletableFuture<@Nullable String> forFriends(
            Function<User, @Nullable String> field, DgsDataFetchingEnvironment environment) {
        return ifAllowed(VisibilityRules.isSelfOrFriend(environment), field, environment);
    }

    private static CompletableFuture<@Nullable String> forLoggedIn(
            Function<User, @Nullable String> field, DgsDataFetchingEnvironment environment) {
        return ifAllowed(VisibilityRules.isLoggedInAndNotBlocked(environment), field, environment);
    }

    private static CompletableFuture<@Nullable String> ifAllowed(
            CompletableFuture<Boolean> permission,
            Function<User, @Nullable String> field,
            DgsDataFetchingEnvironment environment) {
        return permission.thenApply(allowed -> allowed ? field.apply(VisibilityRules.user(environment)) : null);
    }
}
