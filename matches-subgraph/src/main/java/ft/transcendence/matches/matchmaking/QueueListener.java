package ft.transcendence.matches.matchmaking;

import ft.transcendence.matches.block.PlayerBlocked;
import ft.transcendence.matches.match.MatchCreated;
import ft.transcendence.matches.match.MatchLeft;
import ft.transcendence.matches.player.PlayerErased;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows what happens to players elsewhere, in the same transaction: they play, they leave, they block others, their accounts are deleted. */
@Component
class QueueListener {

    private final Queue queue;
    private final QueueStore tickets;
    private final Departures departures;
    private final Clock clock;

    QueueListener(Queue queue, QueueStore tickets, Departures departures, Clock clock) {
        this.queue = queue;
        this.tickets = tickets;
        this.departures = departures;
        this.clock = clock;
    }

    @EventListener
    void on(MatchCreated match) {
        if (!match.createdBy().equals(MatchmakingRun.CREATOR)) {
            queue.withdraw(match.players());
        }
    }

    @EventListener
    void on(MatchLeft departure) {
        if (departure.createdBy().equals(MatchmakingRun.CREATOR)) {
            departures.record(departure.matchId(), departure.player(), clock.instant());
        }
    }

    @EventListener
    void on(PlayerBlocked block) {
        queue.separate(block.blocker(), block.blocked());
    }

    @EventListener
    void on(PlayerErased player) {
        departures.deleteAllOf(player.userId());
        tickets.deleteAllOf(player.userId());
    }
}
