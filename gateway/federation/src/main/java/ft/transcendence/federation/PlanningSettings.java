package ft.transcendence.federation;

import java.time.Duration;

/**
 * How operations that are not cached are parsed, validated and planned. This can take a while, so it has its own threads, and requests for
 * cached operations never wait for it. Sources ({@link RequestContext#source}) take turns, so that none can keep the others waiting. A request
 * that finds the queue full, or waits too long, is refused with the code {@code PLANNING_OVERLOADED}.
 *
 * @param threads how many operations are prepared at the same time
 * @param maxWaiting how many operations may wait
 * @param maxWaitingPerSource how many operations of one source may wait
 * @param maxWait how long an operation may wait
 */
public record PlanningSettings(int threads, int maxWaiting, int maxWaitingPerSource, Duration maxWait) {

    public PlanningSettings {
        if (threads < 1 || maxWaiting < 1 || maxWaitingPerSource < 1) {
            throw new IllegalArgumentException("threads, maxWaiting and maxWaitingPerSource must be at least 1");
        }
        if (maxWait.isNegative() || maxWait.isZero()) {
            throw new IllegalArgumentException("maxWait must be positive, not " + maxWait);
        }
    }

    /** One thread for every two processors; 256 operations may wait, 32 of one source, for up to 5 seconds. */
    public static PlanningSettings defaults() {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new PlanningSettings(threads, 256, 32, Duration.ofSeconds(5));
    }
}
