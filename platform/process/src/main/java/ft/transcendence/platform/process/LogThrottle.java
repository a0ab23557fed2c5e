package ft.transcendence.platform.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Throttles repeated log messages: one per kind and interval is logged, with the number of suppressed ones, so that callers or an
 * unavailable dependency cannot fill the disk. The first hundred kinds have an interval each. All others share one, because callers may
 * choose their names.
 */
public final class LogThrottle {

    static final int MAX_KEYS = 100;
    private static final String OTHERS = "";

    private final long interval;
    private final LongSupplier nanoTime;
    private final Map<String, Kind> kinds = new HashMap<>();

    private static final class Kind {
        private long next;
        private long suppressed;

        private Kind(long now) {
            next = now;
        }
    }

    /**
     * @param interval the minimum time between two logged messages of a kind
     * @param nanoTime a clock such as {@link System#nanoTime}
     */
    public LogThrottle(Duration interval, LongSupplier nanoTime) {
        this.interval = interval.toNanos();
        this.nanoTime = nanoTime;
    }

    /** The number of messages of this kind suppressed since the last logged one; empty if this one is suppressed, too. */
    public synchronized OptionalLong tryLog(String kind) {
        long now = nanoTime.getAsLong();
        Kind known = kinds.get(kind);
        if (known == null) {
            known = kinds.computeIfAbsent(kinds.size() < MAX_KEYS ? kind : OTHERS, _ -> new Kind(now));
        }
        if (now - known.next < 0) {
            known.suppressed++;
            return OptionalLong.empty();
        }
        long suppressed = known.suppressed;
        known.suppressed = 0;
        known.next = now + interval;
        return OptionalLong.of(suppressed);
    }
}
