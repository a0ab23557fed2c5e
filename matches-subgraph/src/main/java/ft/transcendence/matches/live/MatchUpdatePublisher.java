package ft.transcendence.matches.live;

import ft.transcendence.matches.match.MatchChanged;
import ft.transcendence.subgraph.live.LiveSender;
import ft.transcendence.subgraph.outbox.OutgoingEvent;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Publishes committed changes of matches to their subscribers. */
@Component
class MatchUpdatePublisher {

    private static final URI SOURCE = URI.create("/matches");

    private final LiveSender updates;
    private final Clock clock;

    MatchUpdatePublisher(LiveSender updates, Clock clock) {
        this.updates = updates;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(MatchChanged change) {
        updates.send(new OutgoingEvent(
                MatchUpdated.TOPIC,
                change.matchId().toString(),
                UUID.randomUUID(),
                MatchUpdated.TYPE,
                SOURCE,
                clock.instant(),
                MatchUpdated.of(change)));
    }
}
