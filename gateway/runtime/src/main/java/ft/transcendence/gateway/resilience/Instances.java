package ft.transcendence.gateway.resilience;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a subgraph. Requests take them in turn. One that fails several times in a row is left out for a while, but never
 * the last: when all of them fail, all are tried. A single address costs a request nothing.
 *
 * @param <T> what requests are sent to
 */
public final class Instances<T> {
    private final List<Instance<T>> all;
    private final @Nullable Instance<T> only;
    private final LongSupplier nanoTime;
    private final AtomicInteger turn = new AtomicInteger();

    /** @param nanoTime a clock such as {@link System#nanoTime} */
    public Instances(List<T> targets, EjectionPolicy policy, LongSupplier nanoTime) {
        this.all =
                targets.stream().map(target -> new Instance<>(target, policy)).toList();
        this.only = all.size() == 1 ? all.getFirst() : null;
        this.nanoTime = nanoTime;
    }

    public int count() {
        return all.size();
    }

    /**
     * The address for a request.
     *
     * @param failed where the same request has just failed, which is avoided; null when there is no such one
     */
    public Instance<T> next(@Nullable Instance<T> failed) {
        return only == null ? nextOfSeveral(failed) : only;
    }

    private Instance<T> nextOfSeveral(@Nullable Instance<T> failed) {
        long now = nanoTime.getAsLong();
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        Instance<T> lastResort = all.get(first);
        for (int i = 0; i < all.size(); i++) {
            Instance<T> candidate = all.get((first + i) % all.size());
            if (candidate != failed) {
                lastResort = lastResort == failed ? candidate : lastResort;
                if (candidate.admits(now)) {
                    return candidate;
                }
            }
        }
        return lastResort;
    }

    /** Reports that a request was answered. */
    public void succeeded(@Nullable Instance<T> instance) {
        if (only == null && instance != null) {
            instance.succeeded();
        }
    }

    /** Reports that a request failed. */
    public void failed(@Nullable Instance<T> instance) {
        if (only == null && instance != null) {
            instance.failed(nanoTime.getAsLong());
        }
    }
}
