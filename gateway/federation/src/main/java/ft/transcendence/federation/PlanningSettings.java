package ft.transcendence.federation;

import java.time.Duration;

/**
 * How operations that are not cached are parsed, validated and planned: on threads of their own, since it may take a while, so that no
 * request for a known operation waits for it. What finds no room is refused with the code {@code PLANNING_OVERLOADED}. The operations that
 * wait are taken by turns from those who sent them ({@link RequestContext#source}).
 *
 * @param threads how many operations are worked out at a time
 * @param maxWaiting how many may wait
 * @param maxWaitingPerSource how many may wait of those that one source sent
 * @param maxWait how long one may wait
 */
public record PlanningSettings(int threads, int maxWaiting, int maxWaitingPerSource, Duration maxWait) {

    public PlanningSettings {
        if (threads < 1 || maxWaiting < 1 || maxWaitingPerSource < 1) {
            throw new IllegalArgumentException("Planning needs a thread, and room for an operation to wait");
        }
        if (maxWait.isNegative() || maxWait.isZero()) {
            throw new IllegalArgumentException("Operations must be allowed to wait for planning");
        }
    }

    /** Threads for half of the processors, 256 operations waiting, 32 of them from one source, for no more than 5 seconds. */
    public static PlanningSettings defaults() {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new PlanningSettings(threads, 256, 32, Duration.ofSeconds(5));
    }
}
