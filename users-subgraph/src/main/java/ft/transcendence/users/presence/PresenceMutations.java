package ft.transcendence.users.presence;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.mutation.Payloads;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import ft.transcendence.subgraph.stream.OpenStreams.Session;

/** Mutations of the caller's presence. */
@DgsComponent
class PresenceMutations {

    private final Presences presences;

    PresenceMutations(Presences presences) {
        this.presences = presences;
    }

    @DgsMutation
    @RequirePlayer
    PresencePayload reportPresence(@InputArgument boolean away) {
        Session session = Session.of(Caller.required());
        return Payloads.of(() -> presences.report(session, away), PresencePayload::new);
    }
}
