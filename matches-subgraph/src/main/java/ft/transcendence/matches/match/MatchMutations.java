package ft.transcendence.matches.match;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequireGameServer;
import ft.transcendence.subgraph.security.RequireModerator;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.util.UUID;

/** Mutations of matches. */
@DgsComponent
class MatchMutations {

    private final MatchLifecycle lifecycle;

    MatchMutations(MatchLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    record ReportScoreInput(UUID matchId, Score score) {}

    record AbortMatchInput(UUID matchId, FinishReason reason) {}

    record VoidMatchInput(UUID matchId, String reason) {}

    @DgsMutation
    @RequireGameServer
    MatchPayload createMatch(@InputArgument CreateMatchInput input) {
        return MatchPayload.of(() -> lifecycle.create(input, gameServer()));
    }

    @DgsMutation
    @RequireGameServer
    MatchPayload readyMatch(@InputArgument UUID matchId) {
        return MatchPayload.of(() -> lifecycle.makeReady(matchId));
    }

    @DgsMutation
    @RequireGameServer
    MatchPayload startMatch(@InputArgument UUID matchId) {
        return MatchPayload.of(() -> lifecycle.start(matchId));
    }

    @DgsMutation
    @RequireGameServer
    MatchPayload reportScore(@InputArgument ReportScoreInput input) {
        return MatchPayload.of(() -> lifecycle.reportScore(input.matchId(), input.score()));
    }

    @DgsMutation
    @RequireGameServer
    MatchPayload heartbeatMatch(@InputArgument UUID matchId) {
        return MatchPayload.of(() -> lifecycle.heartbeat(matchId));
    }

    @DgsMutation
    @RequireGameServer
    MatchPayload finishMatch(@InputArgument FinishMatchInput input) {
        return MatchPayload.of(() -> lifecycle.finish(input, gameServer()));
    }

    @DgsMutation
    @RequireGameServer
    MatchPayload abortMatch(@InputArgument AbortMatchInput input) {
        return MatchPayload.of(() -> lifecycle.abort(input.matchId(), input.reason()));
    }

    @DgsMutation
    @RequirePlayer
    MatchPayload forfeitMatch(@InputArgument UUID matchId) {
        return MatchPayload.of(
                () -> lifecycle.forfeit(matchId, Caller.required().id()));
    }

    @DgsMutation
    @RequireModerator
    MatchPayload voidMatch(@InputArgument VoidMatchInput input) {
        return MatchPayload.of(() -> lifecycle.voidResult(
                input.matchId(), input.reason(), Caller.required().id()));
    }

    private static String gameServer() {
        return Caller.required().id().toString();
    }
}
