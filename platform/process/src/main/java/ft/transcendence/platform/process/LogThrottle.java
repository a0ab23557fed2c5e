package ft.transcendence.platform.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Lets one of many like messages into the log in a while, and counts those left out: what callers or a part that is down provoke must
 * not fill the disk. Each kind has its own turn; those beyond the first hundred, as somebody else may make their names up, share one.
 */
public final class LogThrottle {

    static final int MAX_KEYS = 100;
    private static final String OTHERS = "";

    private final long between;
    private final LongSupplier nanoTime;
    private final Map<String, Kind> kinds = new HashMap<>();

    private static final class Kind {
        private long next;
        private long leftOut;

        private Kind(long now) {
            next = now;
        }
    }

    /**
     * @param between how long messages of a kind are left out after one was let in
     * @param nanoTime a clock such as {@link System#nanoTime}
     */
    public LogThrottle(Duration between, LongSupplier nanoTime) {
        this.between = between.toNanos();
        this.nanoTime = nanoTime;
    }

    /** How many of this kind were left out since the last one, for a message to be written now; empty for one to be left out, too. */
    public synchronized OptionalLong tryLog(String kind) {
        long now = nanoTime.getAsLong();
        Kind known = kinds.get(kind);
        if (known == null) {
            known = kinds.computeIfAbsent(kinds.size() < MAX_KEYS ? kind : OTHERS, _ -> new Kind(now));
        }
        if (now - known.next < 0) {
            known.leftOut++;
            return OptionalLong.empty();
        }
        long leftOut = known.leftOut;
        known.leftOut = 0;
        known.next = now + between;
        return OptionalLong.of(leftOut);
    }
}
