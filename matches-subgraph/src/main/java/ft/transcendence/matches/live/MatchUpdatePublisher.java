package ft.transcendence.matches.live;

import ft.transcendence.matches.match.MatchChanged;
import ft.transcendence.matches.match.ScoreReported;
import ft.transcendence.subgraph.live.LiveSender;
import java.net.URI;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Publishes committed changes of matches, and reported scores, to their subscribers. */
@Component
class MatchUpdatePublisher {

    private static final URI SOURCE = URI.create("/matches");

    private final LiveSender updates;

    MatchUpdatePublisher(LiveSender updates) {
        this.updates = updates;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(MatchChanged change) {
        updates.send(MatchUpdated.TOPIC, change.matchId(), MatchUpdated.TYPE, SOURCE, MatchUpdated.of(change));
    }

    @EventListener
    void on(ScoreReported report) {
        updates.send(ScoreUpdated.TOPIC, report.matchId(), ScoreUpdated.TYPE, SOURCE, ScoreUpdated.of(report));
    }
}
