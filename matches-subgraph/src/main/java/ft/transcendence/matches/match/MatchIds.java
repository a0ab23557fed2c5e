package ft.transcendence.matches.match;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * Generates ids of matches: UUIDs of version 7 (RFC 9562, section 5.7), which consist of 48 bits of Unix time in
 * milliseconds and 74 random bits. Ids therefore sort by creation, and the match history is ordered by its primary key.
 */
@Component
public class MatchIds {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int TIME_SHIFT = 16;
    private static final long RANDOM_12_BITS = 0xFFFL;
    private static final int VARIANT_BITS = 2;

    private final Clock clock;
    private final RandomGenerator random;

    MatchIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** The lowest id that can be generated at or after the given time. */
    public static UUID lowest(Instant moment) {
        return new UUID(Math.max(0, moment.toEpochMilli()) << TIME_SHIFT | VERSION, VARIANT);
    }

    /** A new id. Other features use it for what they list by creation. */
    public UUID next() {
        long high = clock.millis() << TIME_SHIFT | VERSION | random.nextLong() & RANDOM_12_BITS;
        long low = random.nextLong() >>> VARIANT_BITS | VARIANT;
        return new UUID(high, low);
    }
}
