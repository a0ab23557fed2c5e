package ft.transcendence.matches.matchmaking;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.mutation.Payloads;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.util.UUID;

/** Mutations of the queue. */
@DgsComponent
class QueueMutations {

    private final Queue queue;

    QueueMutations(Queue queue) {
        this.queue = queue;
    }

    @DgsMutation
    @RequirePlayer
    QueuePayload joinQueue(@InputArgument JoinQueueInput input) {
        return Payloads.of(() -> queue.join(caller(), input), QueuePayload::new);
    }

    @DgsMutation
    @RequirePlayer
    QueuePayload leaveQueue() {
        return Payloads.of(() -> queue.leave(caller()).orElse(null), QueuePayload::new);
    }

    private static UUID caller() {
        return Caller.required().id();
    }
}
