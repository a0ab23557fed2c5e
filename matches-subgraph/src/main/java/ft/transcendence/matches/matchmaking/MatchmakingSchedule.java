package ft.transcendence.matches.matchmaking;

import ft.transcendence.matches.match.MatchMode;
import ft.transcendence.matches.match.SilenceLimit;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes matches regularly, closes the tickets of players who are gone, and forgets old ones. Of several instances, the
 * one that takes the turn does it. That saves work: no ticket is used twice even if two do it at once.
 */
@Component
class MatchmakingSchedule {

    private static final Logger log = LoggerFactory.getLogger(MatchmakingSchedule.class);

    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final MatchmakingRun matchmaking;
    private final QueueStore tickets;
    private final Departures departures;
    private final QueueProperties limits;
    private final SilenceLimit silence;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MatchmakingSchedule(
            MatchmakingRun matchmaking,
            QueueStore tickets,
            Departures departures,
            QueueProperties limits,
            SilenceLimit silence,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.matchmaking = matchmaking;
        this.tickets = tickets;
        this.departures = departures;
        this.limits = limits;
        this.silence = silence;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${matches.queue.match-every}")
    void takeTurn() {
        if (tickets.takeTurn(limits.matchEvery())) {
            expireAbsent();
            for (MatchMode mode : MatchMode.values()) {
                int made = matchmaking.of(mode);
                if (made > 0) {
                    log.debug("Made {} matches {}", made, mode);
                }
            }
            tickets.forget(clock.instant().minus(limits.remembered()), FORGOTTEN_AT_ONCE);
            departures.forget(clock.instant());
        }
    }

    private void expireAbsent() {
        transaction.executeWithoutResult(status -> {
            List<UUID> gone = tickets.expire(silence.since(limits.presence()), clock.instant());
            if (!gone.isEmpty()) {
                events.publishEvent(new QueueChanged(gone));
            }
        });
    }
}
