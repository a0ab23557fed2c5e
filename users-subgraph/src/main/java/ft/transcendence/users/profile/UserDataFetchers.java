package ft.transcendence.users.profile;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.input.EntityId;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.PageArguments;
import ft.transcendence.subgraph.security.AllowAnonymous;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequireLogin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Data fetchers for users. */
@DgsComponent
class UserDataFetchers {

    private static final int MAX_IDS = 100;

    private final Profiles profiles;

    UserDataFetchers(Profiles profiles) {
        this.profiles = profiles;
    }

    @DgsQuery
    @AllowAnonymous
    @Nullable User viewer() {
        return Caller.current()
                .filter(caller -> !caller.hasRole(Caller.GAME_SERVER))
                .map(profiles::getOrCreate)
                .orElse(null);
    }

    @DgsQuery
    @RequireLogin
    @Nullable User user(@InputArgument String id) {
        return usersByIds(List.of(id)).getFirst();
    }

    @DgsQuery
    @RequireLogin
    @Nullable User userByUsername(@InputArgument String username) {
        return profiles.visibleByUsername(viewerId(), username).orElse(null);
    }

    @DgsQuery
    @RequireLogin
    List<@Nullable User> usersByIds(@InputArgument List<String> ids) {
        if (ids.size() > MAX_IDS) {
            throw ClientException.badInput("Request at most " + MAX_IDS + " ids at once.");
        }
        List<Optional<UUID>> requested = ids.stream().map(EntityId::of).toList();
        Map<UUID, User> found = profiles.visible(
                viewerId(), requested.stream().flatMap(Optional::stream).toList());
        return requested.stream()
                .<@Nullable User>map(id -> id.map(found::get).orElse(null))
                .toList();
    }

    @DgsQuery
    @RequireLogin
    Connection<User> users(
            @InputArgument @Nullable Integer first,
            @InputArgument @Nullable String after,
            @InputArgument @Nullable String search) {
        return profiles.list(viewerId(), PageArguments.of(first, after), search);
    }

    @DgsQuery
    @RequireLogin
    Connection<User> profiles(@InputArgument @Nullable Integer first, @InputArgument @Nullable String after) {
        return profiles.ranked(viewerId(), PageArguments.of(first, after));
    }

    private static UUID viewerId() {
        return Caller.required().id();
    }
}
