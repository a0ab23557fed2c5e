package ft.transcendence.matches.leaderboard;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.matches.player.KnownPlayerLoader;
import ft.transcendence.matches.player.User;
import ft.transcendence.matches.rating.CurrentRating;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.PageArguments;
import ft.transcendence.subgraph.security.AllowAnonymous;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Data fetchers for the leaderboard. Anyone may read them. */
@DgsComponent
class LeaderboardDataFetchers {

    private final Leaderboard leaderboard;

    LeaderboardDataFetchers(Leaderboard leaderboard) {
        this.leaderboard = leaderboard;
    }

    @DgsQuery
    @AllowAnonymous
    Connection<Leaderboard.Entry> leaderboard(
            @InputArgument @Nullable Integer first, @InputArgument @Nullable String after) {
        return leaderboard.page(PageArguments.of(first, after));
    }

    @DgsData(parentType = "LeaderboardEntry")
    @AllowAnonymous
    CompletableFuture<@Nullable User> user(DgsDataFetchingEnvironment environment) {
        return KnownPlayerLoader.find(
                environment.<Leaderboard.Entry>getSourceOrThrow().userId(), environment);
    }

    @DgsData(parentType = "PlayerRating")
    @AllowAnonymous
    @Nullable Integer rank(DgsDataFetchingEnvironment environment) {
        CurrentRating rating = environment.getSourceOrThrow();
        return rating.ranked() ? leaderboard.rankOf(rating.value()) : null;
    }
}
