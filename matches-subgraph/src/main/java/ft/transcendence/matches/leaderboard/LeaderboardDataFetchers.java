package ft.transcendence.matches.leaderboard;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.matches.player.KnownPlayerLoader;
import ft.transcendence.matches.player.User;
import ft.transcendence.matches.rating.CurrentRating;
import ft.transcendence.matches.rating.Ladder;
import ft.transcendence.matches.season.Season;
import ft.transcendence.matches.season.Seasons;
import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.input.EntityId;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.PageArguments;
import ft.transcendence.subgraph.security.AllowAnonymous;
import ft.transcendence.subgraph.security.Caller;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Data fetchers for the leaderboard. Anyone may read them. */
@DgsComponent
class LeaderboardDataFetchers {

    private static final int DEFAULT_RADIUS = 5;
    private static final int MAXIMUM_RADIUS = 50;
    private static final int MAXIMUM_PLAYERS = 100;

    private final Leaderboard leaderboard;
    private final FinalStandings standings;
    private final Seasons seasons;

    LeaderboardDataFetchers(Leaderboard leaderboard, FinalStandings standings, Seasons seasons) {
        this.leaderboard = leaderboard;
        this.standings = standings;
        this.seasons = seasons;
    }

    @DgsQuery
    @AllowAnonymous
    Connection<Leaderboard.Entry> leaderboard(
            @InputArgument Ladder mode,
            @InputArgument @Nullable Integer season,
            @InputArgument @Nullable Integer first,
            @InputArgument @Nullable String after) {
        PageArguments page = PageArguments.of(first, after);
        Season current = seasons.current();
        if (season == null || season == current.number()) {
            return leaderboard.page(mode, page);
        }
        if (season < 1 || season > current.number()) {
            throw ClientException.badInput("season must be between 1 and " + current.number() + ", the current one.");
        }
        return standings.page(mode, season, page);
    }

    @DgsQuery
    @AllowAnonymous
    Connection<Leaderboard.Entry> leaderboardAround(
            @InputArgument UUID playerId, @InputArgument Ladder mode, @InputArgument @Nullable Integer radius) {
        int size = radius == null ? DEFAULT_RADIUS : radius;
        if (size < 0 || size > MAXIMUM_RADIUS) {
            throw ClientException.badInput("radius must be between 0 and " + MAXIMUM_RADIUS + ".");
        }
        return leaderboard.around(mode, playerId, size);
    }

    @DgsQuery
    @AllowAnonymous
    List<Leaderboard.Entry> leaderboardAmong(@InputArgument List<String> playerIds, @InputArgument Ladder mode) {
        if (playerIds.size() > MAXIMUM_PLAYERS) {
            throw ClientException.badInput("Request at most " + MAXIMUM_PLAYERS + " players at once.");
        }
        return leaderboard.among(
                mode,
                playerIds.stream().map(EntityId::of).flatMap(Optional::stream).toList());
    }

    /** The gateway brings the friends' ids, which the users subgraph only tells the player. */
    @DgsData(parentType = "User")
    @AllowAnonymous
    @Nullable List<Leaderboard.Entry> friendsLeaderboard(@InputArgument Ladder mode, DgsDataFetchingEnvironment environment) {
        User player = environment.getSourceOrThrow();
        List<UUID> friends = player.friendIds();
        boolean isOwn =
                Caller.current().filter(caller -> caller.is(player.id())).isPresent();
        if (friends == null || !isOwn) {
            return null;
        }
        return leaderboard.among(
                mode, Stream.concat(Stream.of(player.id()), friends.stream()).toList());
    }

    @DgsData(parentType = "LeaderboardEntry")
    @AllowAnonymous
    CompletableFuture<@Nullable User> user(DgsDataFetchingEnvironment environment) {
        return KnownPlayerLoader.find(
                environment.<Leaderboard.Entry>getSourceOrThrow().userId(), environment);
    }

    @DgsData(parentType = "User", field = "seasons")
    @AllowAnonymous
    CompletableFuture<List<FinalStandings.Place>> seasonsOfPlayer(
            @InputArgument Ladder mode, DgsDataFetchingEnvironment environment) {
        User player = environment.getSourceOrThrow();
        return SeasonPlacesLoader.in(environment).load(new SeasonPlacesLoader.Key(player.id(), mode));
    }

    @DgsData(parentType = "PlayerRating")
    @AllowAnonymous
    @Nullable Integer rank(DgsDataFetchingEnvironment environment) {
        CurrentRating rating = environment.getSourceOrThrow();
        return rating.ranked() ? leaderboard.rankOf(rating.mode(), rating.value()) : null;
    }
}
