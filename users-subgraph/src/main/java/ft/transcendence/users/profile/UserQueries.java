package ft.transcendence.users.profile;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.caller.AnyoneMay;
import ft.transcendence.subgraph.caller.Caller;
import ft.transcendence.subgraph.caller.LoggedInMay;
import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.PageArguments;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/** The queries for users. */
@DgsComponent
class UserQueries {

    private static final int MOST_IDS = 100;

    private final Profiles profiles;
    private final ProfileProperties properties;

    UserQueries(Profiles profiles, ProfileProperties properties) {
        this.profiles = profiles;
        this.properties = properties;
    }

    @DgsQuery
    @AnyoneMay
    @Nullable User viewer() {
        return Caller.current()
                .filter(caller -> !caller.hasRole(Caller.GAME_SERVER))
                .map(profiles::own)
                .orElse(null);
    }

    @DgsQuery
    @LoggedInMay
    CompletableFuture<@Nullable User> user(@InputArgument String id, DgsDataFetchingEnvironment environment) {
        return load(id, users(environment));
    }

    @DgsQuery
    @LoggedInMay
    @Nullable User userByUsername(@InputArgument String username) {
        return profiles.byUsername(username).orElse(null);
    }

    @DgsQuery
    @LoggedInMay
    CompletableFuture<List<@Nullable User>> usersByIds(
            @InputArgument List<String> ids, DgsDataFetchingEnvironment environment) {
        if (ids.size() > MOST_IDS) {
            throw ClientException.badInput("At most " + MOST_IDS + " ids at once.");
        }
        DataLoader<Object, @Nullable User> users = users(environment);
        List<CompletableFuture<@Nullable User>> found =
                ids.stream().map(id -> load(id, users)).toList();
        return CompletableFuture.allOf(found.toArray(CompletableFuture[]::new)).thenApply(done -> found.stream()
                .<@Nullable User>map(CompletableFuture::join)
                .toList());
    }

    @DgsQuery
    @LoggedInMay
    Connection<User> users(
            @InputArgument @Nullable Integer first,
            @InputArgument @Nullable String after,
            @InputArgument @Nullable String search) {
        return profiles.list(PageArguments.of(first, after), search);
    }

    @DgsQuery
    @LoggedInMay
    Connection<User> profiles(@InputArgument @Nullable Integer first, @InputArgument @Nullable String after) {
        return profiles.ranked(PageArguments.of(first, after));
    }

    @DgsData(parentType = "User")
    @AnyoneMay
    String avatarUrl(DgsDataFetchingEnvironment environment) {
        return properties.avatarOf(Objects.requireNonNull(environment.<User>getSource()));
    }

    private static DataLoader<Object, @Nullable User> users(DgsDataFetchingEnvironment environment) {
        return environment.getDataLoader(UserLoader.class);
    }

    private static CompletableFuture<@Nullable User> load(String id, DataLoader<Object, @Nullable User> users) {
        return UserIds.parse(id).map(users::load).orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}
