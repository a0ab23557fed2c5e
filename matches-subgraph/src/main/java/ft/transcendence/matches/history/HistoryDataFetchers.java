package ft.transcendence.matches.history;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.matches.history.PlayerMatchesLoader.Key;
import ft.transcendence.matches.history.PlayerMatchesLoader.PageQuery;
import ft.transcendence.matches.match.Match;
import ft.transcendence.matches.match.MatchMode;
import ft.transcendence.matches.player.KnownPlayerLoader;
import ft.transcendence.matches.player.User;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.PageArguments;
import ft.transcendence.subgraph.security.AllowAnonymous;
import ft.transcendence.subgraph.security.RequireModerator;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Data fetchers for lists of matches and what they add up to. Anyone may read all but those to be reviewed. */
@DgsComponent
class HistoryDataFetchers {

    /** Smaller than elsewhere, because the players of a player's matches multiply. */
    private static final int LARGEST_PAGE_OF_A_PLAYER = 25;

    private final MatchSearch search;
    private final HeadToHead.Reader headToHead;

    HistoryDataFetchers(MatchSearch search, HeadToHead.Reader headToHead) {
        this.search = search;
        this.headToHead = headToHead;
    }

    @DgsQuery
    @AllowAnonymous
    Connection<Match> matches(
            @InputArgument @Nullable MatchFilter filter,
            @InputArgument @Nullable Integer first,
            @InputArgument @Nullable String after) {
        return search.find(Objects.requireNonNullElse(filter, MatchFilter.NONE), PageArguments.of(first, after));
    }

    @DgsQuery
    @AllowAnonymous
    Connection<Match> liveMatches(@InputArgument @Nullable Integer first, @InputArgument @Nullable String after) {
        return search.find(MatchFilter.LIVE, PageArguments.of(first, after));
    }

    @DgsQuery
    @RequireModerator
    Connection<Match> doubtfulMatches(@InputArgument @Nullable Integer first, @InputArgument @Nullable String after) {
        return search.findDoubtful(PageArguments.of(first, after));
    }

    @DgsQuery
    @AllowAnonymous
    HeadToHead headToHead(@InputArgument UUID playerId, @InputArgument UUID opponentId) {
        return headToHead.between(playerId, opponentId);
    }

    @DgsData(parentType = "HeadToHead")
    @AllowAnonymous
    CompletableFuture<@Nullable User> player(DgsDataFetchingEnvironment environment) {
        return KnownPlayerLoader.find(environment.<HeadToHead>getSourceOrThrow().playerId(), environment);
    }

    @DgsData(parentType = "HeadToHead")
    @AllowAnonymous
    CompletableFuture<@Nullable User> opponent(DgsDataFetchingEnvironment environment) {
        return KnownPlayerLoader.find(environment.<HeadToHead>getSourceOrThrow().opponentId(), environment);
    }

    @DgsData(parentType = "User")
    @AllowAnonymous
    CompletableFuture<List<StatsOverTime.Bucket>> statsOverTime(
            @InputArgument MatchMode mode,
            @InputArgument Instant since,
            @InputArgument Instant before,
            @InputArgument StatsInterval interval,
            DgsDataFetchingEnvironment environment) {
        User player = environment.getSourceOrThrow();
        StatsOverTime.Range range = new StatsOverTime.Range(mode, since, before, interval);
        return StatsOverTimeLoader.in(environment).load(new StatsOverTimeLoader.Key(player.id(), range));
    }

    @DgsData(parentType = "User", field = "matches")
    @AllowAnonymous
    CompletableFuture<Connection<Match>> matchesOfPlayer(
            @InputArgument @Nullable PlayerMatchFilter filter,
            @InputArgument @Nullable Integer first,
            @InputArgument @Nullable String after,
            DgsDataFetchingEnvironment environment) {
        User player = environment.getSourceOrThrow();
        PageQuery query = new PageQuery(
                Objects.requireNonNullElse(filter, PlayerMatchFilter.NONE),
                PageArguments.of(first, after, LARGEST_PAGE_OF_A_PLAYER));
        return PlayerMatchesLoader.in(environment).load(new Key(player.id(), query));
    }
}
