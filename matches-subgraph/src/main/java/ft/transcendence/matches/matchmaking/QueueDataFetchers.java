package ft.transcendence.matches.matchmaking;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import ft.transcendence.matches.match.Match;
import ft.transcendence.matches.match.MatchLoader;
import ft.transcendence.matches.player.KnownPlayerLoader;
import ft.transcendence.matches.player.User;
import ft.transcendence.subgraph.security.AllowAnonymous;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Data fetchers for the queue. Players read only their own tickets and invitations. */
@DgsComponent
class QueueDataFetchers {

    private final QueueReader queue;
    private final Clock clock;

    QueueDataFetchers(QueueReader queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @DgsQuery
    @RequirePlayer
    @Nullable QueueTicket myQueueTicket() {
        return queue.ticketOf(Caller.required().id()).orElse(null);
    }

    @DgsQuery
    @RequirePlayer
    List<QueueInvitation> myQueueInvitations() {
        return queue.invitationsOf(Caller.required().id());
    }

    @DgsData(parentType = "QueueTicket")
    @AllowAnonymous
    int waitedSeconds(DgsDataFetchingEnvironment environment) {
        QueueTicket ticket = ticket(environment);
        Instant end = ticket.endedAt() == null ? clock.instant() : ticket.endedAt();
        return (int) Math.max(0, Duration.between(ticket.joinedAt(), end).toSeconds());
    }

    @DgsData(parentType = "QueueTicket")
    @AllowAnonymous
    @Nullable Integer estimatedSeconds(DgsDataFetchingEnvironment environment) {
        QueueTicket ticket = ticket(environment);
        return ticket.status().isOpen() ? queue.usualWait(ticket).orElse(null) : null;
    }

    @DgsData(parentType = "QueueTicket")
    @AllowAnonymous
    CompletableFuture<@Nullable Match> match(DgsDataFetchingEnvironment environment) {
        QueueTicket ticket = ticket(environment);
        return ticket.matchId() == null
                ? CompletableFuture.completedFuture(null)
                : MatchLoader.in(environment).load(ticket.matchId());
    }

    @DgsData(parentType = "QueuePlayer")
    @AllowAnonymous
    CompletableFuture<@Nullable User> user(DgsDataFetchingEnvironment environment) {
        return KnownPlayerLoader.find(
                environment.<QueuePlayer>getSourceOrThrow().userId(), environment);
    }

    @DgsData(parentType = "QueueInvitation")
    @AllowAnonymous
    CompletableFuture<@Nullable User> from(DgsDataFetchingEnvironment environment) {
        return KnownPlayerLoader.find(
                environment.<QueueInvitation>getSourceOrThrow().inviter(), environment);
    }

    private static QueueTicket ticket(DgsDataFetchingEnvironment environment) {
        return environment.getSourceOrThrow();
    }
}
