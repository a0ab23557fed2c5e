package ft.transcendence.matches.challenge;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.matches.match.MatchMode;
import ft.transcendence.subgraph.mutation.Payloads;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.util.UUID;
import java.util.function.BiFunction;

/** Mutations of the caller's challenges. */
@DgsComponent
class ChallengeMutations {

    private final Challenges challenges;

    ChallengeMutations(Challenges challenges) {
        this.challenges = challenges;
    }

    @DgsMutation
    @RequirePlayer
    ChallengePayload sendChallenge(@InputArgument UUID to, @InputArgument MatchMode mode) {
        UUID caller = Caller.required().id();
        return Payloads.of(() -> challenges.send(caller, to, mode), ChallengePayload::new);
    }

    @DgsMutation
    @RequirePlayer
    ChallengePayload acceptChallenge(@InputArgument UUID challengeId) {
        return answer(challenges::accept, challengeId);
    }

    @DgsMutation
    @RequirePlayer
    ChallengePayload declineChallenge(@InputArgument UUID challengeId) {
        return answer(challenges::decline, challengeId);
    }

    @DgsMutation
    @RequirePlayer
    ChallengePayload cancelChallenge(@InputArgument UUID challengeId) {
        return answer(challenges::cancel, challengeId);
    }

    private static ChallengePayload answer(BiFunction<UUID, UUID, Challenge> answer, UUID challenge) {
        UUID caller = Caller.required().id();
        return Payloads.of(() -> answer.apply(caller, challenge), ChallengePayload::new);
    }
}
