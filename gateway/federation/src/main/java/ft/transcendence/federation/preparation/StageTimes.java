package ft.transcendence.federation.preparation;

import ft.transcendence.federation.OperationObserver;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Tells the observer of a request how long the work on its stages takes. Without an observer no clock is read. Not thread-safe. */
final class StageTimes {

    private final OperationObserver observer;
    private final LongSupplier nanoTime;
    private long normalizing;

    StageTimes(OperationObserver observer, LongSupplier nanoTime) {
        this.observer = observer;
        this.nanoTime = nanoTime;
    }

    <V> Supplier<V> parsing(Supplier<V> work) {
        return timed(work, nanos -> observer.parsed(Duration.ofNanos(nanos)));
    }

    /** The first half of planning, which is told with the second one. */
    <V> Supplier<V> normalizing(Supplier<V> work) {
        return timed(work, nanos -> normalizing = nanos);
    }

    <V> Supplier<V> planning(Supplier<V> work) {
        return timed(work, nanos -> observer.planned(Duration.ofNanos(normalizing + nanos)));
    }

    private <V> Supplier<V> timed(Supplier<V> work, LongConsumer told) {
        if (observer == OperationObserver.NONE) {
            return work;
        }
        return () -> {
            long begun = nanoTime.getAsLong();
            try {
                return work.get();
            } finally {
                told.accept(nanoTime.getAsLong() - begun);
            }
        };
    }
}
