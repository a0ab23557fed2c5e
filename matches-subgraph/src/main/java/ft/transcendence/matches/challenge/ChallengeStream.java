package ft.transcendence.matches.challenge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one subscriber was told of their challenges. Each reading finds what is open or has changed since the stream
 * began, and reports what is new. It is not thread-safe: a stream reads one at a time.
 */
final class ChallengeStream {

    /** Longer than a transaction takes from its time of change to its commit. */
    private static final Duration COMMITTED_WITHIN = Duration.ofSeconds(30);

    private final ChallengeReader challenges;
    private final UUID player;
    private final Clock clock;
    private final Map<UUID, ChallengeStatus> told = new HashMap<>();
    private @Nullable Instant start;

    ChallengeStream(ChallengeReader challenges, UUID player, Clock clock) {
        this.challenges = challenges;
        this.player = player;
        this.clock = clock;
    }

    /** First all open challenges, even if there are none; then those that are new or changed. Empty if none is. */
    List<List<Challenge>> next() {
        boolean isFirst = start == null;
        if (start == null) {
            start = clock.instant().minus(COMMITTED_WITHIN);
        }
        List<Challenge> changed = challenges.openOrChanged(player, start).stream()
                .filter(challenge -> told.put(challenge.id(), challenge.status()) != challenge.status())
                .filter(challenge -> !isFirst || challenge.isOpen())
                .toList();
        return !isFirst && changed.isEmpty() ? List.of() : List.of(changed);
    }
}
