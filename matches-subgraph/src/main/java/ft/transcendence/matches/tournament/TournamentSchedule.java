package ft.transcendence.matches.tournament;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Starts tournaments and makes their matches regularly, each in a transaction of its own, which checks again what is to be
 * done. So several instances can do this, and one that is killed leaves nothing half done.
 */
@Component
class TournamentSchedule {

    private static final Logger log = LoggerFactory.getLogger(TournamentSchedule.class);
    private static final int AT_ONCE = 100;

    private final Tournaments tournaments;
    private final TournamentProgress progress;
    private final TournamentStore stored;
    private final PairingStore pairings;
    private final TournamentProperties limits;
    private final Clock clock;

    TournamentSchedule(
            Tournaments tournaments,
            TournamentProgress progress,
            TournamentStore stored,
            PairingStore pairings,
            TournamentProperties limits,
            Clock clock) {
        this.tournaments = tournaments;
        this.progress = progress;
        this.stored = stored;
        this.pairings = pairings;
        this.limits = limits;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${matches.tournament.check-every}")
    void advance() {
        forEach(stored.due(clock.instant(), AT_ONCE), tournaments::startOrExpire);
        forEach(pairings.overdue(clock.instant().minus(limits.patience()), AT_ONCE), progress::waitNoLonger);
        forEach(pairings.playable(AT_ONCE), progress::makeMatch);
    }

    @Scheduled(fixedDelayString = "PT10M")
    void deleteNeverStarted() {
        while (stored.deleteNeverStarted(clock.instant().minus(limits.kept()), AT_ONCE) == AT_ONCE) {}
    }

    /** One that fails does not keep the others waiting. */
    private static <T> void forEach(List<T> all, Consumer<T> action) {
        for (T each : all) {
            try {
                action.accept(each);
            } catch (ChangeRejectedException changed) {
                log.debug("A player is no longer available for {}", each, changed);
            } catch (RuntimeException failure) {
                log.warn("{} is tried again", each, failure);
            }
        }
    }
}
