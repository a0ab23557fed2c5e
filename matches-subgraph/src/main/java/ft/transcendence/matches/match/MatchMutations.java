package ft.transcendence.matches.match;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.mutation.Payloads;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequireGameServer;
import ft.transcendence.subgraph.security.RequireModerator;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Mutations of matches. */
@DgsComponent
class MatchMutations {

    private final MatchLifecycle lifecycle;
    private final ScoreReports scores;

    MatchMutations(MatchLifecycle lifecycle, ScoreReports scores) {
        this.lifecycle = lifecycle;
        this.scores = scores;
    }

    record ReportScoreInput(UUID matchId, Score score) {}

    record AbortMatchInput(
            UUID matchId, FinishReason reason, @Nullable List<UUID> absent) {

        Set<UUID> absentPlayers() {
            return absent == null ? Set.of() : Set.copyOf(absent);
        }
    }

    record VoidMatchInput(UUID matchId, String reason) {}

    @DgsMutation
    @RequireGameServer
    MatchPayload createMatch(@InputArgument CreateMatchInput input) {
        return payload(() -> lifecycle.create(input, Caller.required()));
    }

    @DgsMutation
    @RequireGameServer
    MatchPayload readyMatch(@InputArgument UUID matchId) {
        return payload(() -> lifecycle.makeReady(matchId, Caller.required()));
    }

    @DgsMutation
    @RequireGameServer
    MatchPayload startMatch(@InputArgument UUID matchId) {
        return payload(() -> lifecycle.start(matchId, Caller.required()));
    }

    @DgsMutation
    @RequireGameServer
    MatchPayload reportScore(@InputArgument ReportScoreInput input) {
        return payload(() -> scores.report(input.matchId(), input.score(), Caller.required()));
    }

    @DgsMutation
    @RequireGameServer
    MatchPayload heartbeatMatch(@InputArgument UUID matchId) {
        return payload(() -> lifecycle.heartbeat(matchId, Caller.required()));
    }

    @DgsMutation
    @RequireGameServer
    MatchPayload finishMatch(@InputArgument FinishMatchInput input) {
        return payload(() -> lifecycle.finish(input, Caller.required()));
    }

    @DgsMutation
    @RequireGameServer
    MatchPayload abortMatch(@InputArgument AbortMatchInput input) {
        return payload(
                () -> lifecycle.abort(input.matchId(), input.reason(), input.absentPlayers(), Caller.required()));
    }

    @DgsMutation
    @RequirePlayer
    MatchPayload forfeitMatch(@InputArgument UUID matchId) {
        return payload(() -> lifecycle.forfeit(matchId, Caller.required().id()));
    }

    @DgsMutation
    @RequireModerator
    MatchPayload voidMatch(@InputArgument VoidMatchInput input) {
        return payload(() -> lifecycle.voidResult(
                input.matchId(), input.reason(), Caller.required().id()));
    }

    @DgsMutation
    @RequireModerator
    MatchPayload confirmMatch(@InputArgument UUID matchId) {
        return payload(() -> lifecycle.confirmResult(matchId, Caller.required().id()));
    }

    private static MatchPayload payload(Supplier<Match> change) {
        return Payloads.of(change, MatchPayload::new);
    }
}
