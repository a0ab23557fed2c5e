package ft.transcendence.matches.challenge;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Reads challenges for responses. */
@Service
class ChallengeReader {

    /** Nobody is shown more at once. */
    private static final int MAX_CHALLENGES = 100;

    private final ChallengeStore stored;
    private final Clock clock;

    ChallengeReader(ChallengeStore stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    /** The player's open challenges, sent and received, newest first. */
    List<Challenge> open(UUID player) {
        return openOrChanged(player, Instant.MAX);
    }

    /** The player's challenges that are open or changed since then, newest first. */
    List<Challenge> openOrChanged(UUID player, Instant since) {
        Instant now = clock.instant();
        Instant changedSince = since.isAfter(now) ? now : since;
        return stored.list(player, now, changedSince, MAX_CHALLENGES).stream()
                .map(challenge -> challenge.at(now))
                .toList();
    }

    /** A stream of the player's challenges. */
    ChallengeStream stream(UUID player) {
        return new ChallengeStream(this, player, clock);
    }
}
