package ft.transcendence.matches.challenge;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Expires challenges, and deletes those that ended long ago, in small transactions. */
@Component
class ChallengeSchedule {

    private static final int AT_ONCE = 100;

    /** Longer than the hour in which a player's challenges are counted. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final Challenges challenges;
    private final ChallengeStore stored;
    private final Clock clock;

    ChallengeSchedule(Challenges challenges, ChallengeStore stored, Clock clock) {
        this.challenges = challenges;
        this.stored = stored;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${matches.challenge.check-every}")
    void expire() {
        while (challenges.expireDue(AT_ONCE) == AT_ONCE) {}
    }

    @Scheduled(fixedDelayString = "PT10M")
    void deleteEnded() {
        while (stored.deleteEnded(clock.instant().minus(KEPT), AT_ONCE) == AT_ONCE) {}
    }
}
