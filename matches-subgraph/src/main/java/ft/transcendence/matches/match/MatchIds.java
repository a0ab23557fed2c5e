package ft.transcendence.matches.match;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * Makes ids of new matches: UUIDs of version 7 (RFC 9562, section 5.7), 48 bits of Unix time in milliseconds before 74
 * random ones. So ids sort by creation, and the history's order is that of its primary key.
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

    /** The lowest of all ids made at this moment or later; no id is from before 1970. */
    public static UUID lowest(Instant moment) {
        return new UUID(Math.max(0, moment.toEpochMilli()) << TIME_SHIFT | VERSION, VARIANT);
    }

    UUID next() {
        long high = clock.millis() << TIME_SHIFT | VERSION | random.nextLong() & RANDOM_12_BITS;
        long low = random.nextLong() >>> VARIANT_BITS | VARIANT;
        return new UUID(high, low);
    }
}
