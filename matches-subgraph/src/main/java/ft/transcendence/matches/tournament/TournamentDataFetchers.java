package ft.transcendence.matches.tournament;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.matches.match.Match;
import ft.transcendence.matches.match.MatchLoader;
import ft.transcendence.matches.player.KnownPlayerLoader;
import ft.transcendence.matches.player.User;
import ft.transcendence.subgraph.input.EntityId;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.PageArguments;
import ft.transcendence.subgraph.security.AllowAnonymous;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Data fetchers for tournaments. Anyone may read them. */
@DgsComponent
class TournamentDataFetchers {

    /** Smaller than elsewhere, because the pairings of the tournaments multiply. */
    private static final int LARGEST_PAGE = 25;

    private final TournamentReader tournaments;

    TournamentDataFetchers(TournamentReader tournaments) {
        this.tournaments = tournaments;
    }

    @DgsQuery
    @AllowAnonymous
    CompletableFuture<@Nullable Tournament> tournament(
            @InputArgument String id, DgsDataFetchingEnvironment environment) {
        return EntityId.of(id)
                .map(known -> TournamentLoader.find(known, environment))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    @DgsQuery
    @AllowAnonymous
    Connection<Tournament> tournaments(
            @InputArgument @Nullable TournamentFilter filter,
            @InputArgument @Nullable Integer first,
            @InputArgument @Nullable String after) {
        return tournaments.find(
                Objects.requireNonNullElse(filter, TournamentFilter.NONE),
                PageArguments.of(first, after, LARGEST_PAGE));
    }

    @DgsQuery
    @RequirePlayer
    List<Tournament> myTournaments() {
        return tournaments.notEndedOf(Caller.required().id());
    }

    @DgsData(parentType = "Tournament")
    @AllowAnonymous
    CompletableFuture<@Nullable User> organizer(DgsDataFetchingEnvironment environment) {
        return KnownPlayerLoader.find(environment.<Tournament>getSourceOrThrow().organizerId(), environment);
    }

    @DgsData(parentType = "Tournament")
    @AllowAnonymous
    CompletableFuture<List<Entrant>> entrants(DgsDataFetchingEnvironment environment) {
        return EntrantsLoader.ofSource(environment)
                .thenApply(all -> all.stream().filter(Entrant::takesPart).toList());
    }

    @DgsData(parentType = "Tournament")
    @RequirePlayer
    CompletableFuture<@Nullable List<Entrant>> invited(DgsDataFetchingEnvironment environment) {
        if (!environment
                .<Tournament>getSourceOrThrow()
                .isOrganizedBy(Caller.required().id())) {
            return CompletableFuture.completedFuture(null);
        }
        return EntrantsLoader.ofSource(environment)
                .thenApply(all ->
                        all.stream().filter(entrant -> !entrant.takesPart()).toList());
    }

    @DgsData(parentType = "Tournament")
    @RequirePlayer
    CompletableFuture<@Nullable Entrant> myEntry(DgsDataFetchingEnvironment environment) {
        UUID caller = Caller.required().id();
        return EntrantsLoader.ofSource(environment)
                .thenApply(all -> Entrant.find(all, caller).orElse(null));
    }

    @DgsData(parentType = "Tournament")
    @AllowAnonymous
    CompletableFuture<List<Course.Round>> rounds(DgsDataFetchingEnvironment environment) {
        return CourseLoader.ofSource(environment).thenApply(Course::rounds);
    }

    @DgsData(parentType = "Tournament")
    @AllowAnonymous
    CompletableFuture<List<Course.Place>> standings(DgsDataFetchingEnvironment environment) {
        return CourseLoader.ofSource(environment).thenApply(Course::standings);
    }

    @DgsData(parentType = "TournamentEntrant")
    @AllowAnonymous
    CompletableFuture<@Nullable User> user(DgsDataFetchingEnvironment environment) {
        return KnownPlayerLoader.find(environment.<Entrant>getSourceOrThrow().player(), environment);
    }

    @DgsData(parentType = "TournamentPairing")
    @AllowAnonymous
    CompletableFuture<@Nullable Match> match(DgsDataFetchingEnvironment environment) {
        UUID match = environment.<Course.Meeting>getSourceOrThrow().matchId();
        return match == null ? CompletableFuture.completedFuture(null) : MatchLoader.find(match, environment);
    }
}
