package ft.transcendence.matches.tournament;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.mutation.Payloads;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.util.UUID;
import java.util.function.Function;

/** Mutations of tournaments, by their organizers and players. */
@DgsComponent
class TournamentMutations {

    private final Tournaments tournaments;
    private final Registration registration;

    TournamentMutations(Tournaments tournaments, Registration registration) {
        this.tournaments = tournaments;
        this.registration = registration;
    }

    @DgsMutation
    @RequirePlayer
    TournamentPayload createTournament(@InputArgument CreateTournamentInput input) {
        return payload(caller -> tournaments.create(caller.id(), input));
    }

    @DgsMutation
    @RequirePlayer
    TournamentPayload inviteToTournament(@InputArgument UUID tournamentId, @InputArgument UUID playerId) {
        return payload(caller -> registration.invite(caller.id(), tournamentId, playerId));
    }

    @DgsMutation
    @RequirePlayer
    TournamentPayload joinTournament(@InputArgument UUID tournamentId) {
        return payload(caller -> registration.join(caller.id(), tournamentId));
    }

    @DgsMutation
    @RequirePlayer
    TournamentPayload leaveTournament(@InputArgument UUID tournamentId) {
        return payload(caller -> registration.leave(caller.id(), tournamentId));
    }

    @DgsMutation
    @RequirePlayer
    TournamentPayload startTournament(@InputArgument UUID tournamentId) {
        return payload(caller -> tournaments.start(caller.id(), tournamentId));
    }

    @DgsMutation
    @RequirePlayer
    TournamentPayload cancelTournament(@InputArgument UUID tournamentId) {
        return payload(caller ->
                tournaments.cancel(caller.id(), caller.hasRole("moderator") || caller.hasRole("admin"), tournamentId));
    }

    private static TournamentPayload payload(Function<Caller, Tournament> change) {
        Caller caller = Caller.required();
        return Payloads.of(() -> change.apply(caller), TournamentPayload::new);
    }
}
