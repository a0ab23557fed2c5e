package ft.transcendence.matches.match;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.caller.Caller;
import ft.transcendence.subgraph.caller.GameServerMay;
import ft.transcendence.subgraph.caller.PlayerMay;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;

/** The mutations of the schema. */
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
    @GameServerMay
    MatchPayload createMatch(@InputArgument CreateMatchInput input) {
        return MatchPayload.of(() -> lifecycle.create(input, gameServer()));
    }

    @DgsMutation
    @GameServerMay
    MatchPayload readyMatch(@InputArgument UUID matchId) {
        return MatchPayload.of(() -> lifecycle.makeReady(matchId));
    }

    @DgsMutation
    @GameServerMay
    MatchPayload startMatch(@InputArgument UUID matchId) {
        return MatchPayload.of(() -> lifecycle.start(matchId));
    }

    @DgsMutation
    @GameServerMay
    MatchPayload reportScore(@InputArgument ReportScoreInput input) {
        return MatchPayload.of(() -> lifecycle.reportScore(input.matchId(), input.score()));
    }

    @DgsMutation
    @GameServerMay
    MatchPayload heartbeatMatch(@InputArgument UUID matchId) {
        return MatchPayload.of(() -> lifecycle.heartbeat(matchId));
    }

    @DgsMutation
    @GameServerMay
    MatchPayload finishMatch(@InputArgument FinishMatchInput input) {
        return MatchPayload.of(() -> lifecycle.finish(input, gameServer()));
    }

    @DgsMutation
    @GameServerMay
    MatchPayload abortMatch(@InputArgument AbortMatchInput input) {
        return MatchPayload.of(() -> lifecycle.abort(input.matchId(), input.reason()));
    }

    @DgsMutation
    @PlayerMay
    MatchPayload forfeitMatch(@InputArgument UUID matchId) {
        return MatchPayload.of(
                () -> lifecycle.forfeit(matchId, Caller.required().id()));
    }

    @DgsMutation
    @PreAuthorize("hasAnyRole('moderator', 'admin')")
    MatchPayload voidMatch(@InputArgument VoidMatchInput input) {
        return MatchPayload.of(() -> lifecycle.voidResult(
                input.matchId(), input.reason(), Caller.required().id()));
    }

    private static String gameServer() {
        return Caller.required().id().toString();
    }
}
