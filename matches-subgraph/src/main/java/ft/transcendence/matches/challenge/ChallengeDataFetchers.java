package ft.transcendence.matches.challenge;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import ft.transcendence.matches.match.Match;
import ft.transcendence.matches.match.MatchLoader;
import ft.transcendence.matches.player.KnownPlayerLoader;
import ft.transcendence.matches.player.User;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Data fetchers for the caller's challenges. */
@DgsComponent
class ChallengeDataFetchers {

    private final ChallengeReader challenges;

    ChallengeDataFetchers(ChallengeReader challenges) {
        this.challenges = challenges;
    }

    @DgsQuery
    @RequirePlayer
    List<Challenge> myChallenges() {
        return challenges.open(Caller.required().id());
    }

    @DgsData(parentType = "Challenge")
    @RequirePlayer
    CompletableFuture<@Nullable User> challenger(DgsDataFetchingEnvironment environment) {
        return KnownPlayerLoader.find(challenge(environment).challengerId(), environment);
    }

    @DgsData(parentType = "Challenge")
    @RequirePlayer
    CompletableFuture<@Nullable User> challenged(DgsDataFetchingEnvironment environment) {
        return KnownPlayerLoader.find(challenge(environment).challengedId(), environment);
    }

    @DgsData(parentType = "Challenge")
    @RequirePlayer
    CompletableFuture<@Nullable Match> match(DgsDataFetchingEnvironment environment) {
        UUID match = challenge(environment).matchId();
        return match == null ? CompletableFuture.completedFuture(null) : MatchLoader.find(match, environment);
    }

    private static Challenge challenge(DgsDataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getSource());
    }
}
