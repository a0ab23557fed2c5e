package ft.transcendence.gateway.singleflight;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one call at a time for each key: calls with an equal key share the one in flight. It is cancelled when its last waiter has
 * given up.
 *
 * @param <K> the key: everything that the result depends on, so that no caller gets a result made for another
 * @param <V> the result, which must be immutable
 */
public final class SingleFlight<K, V> {
    private final ConcurrentMap<K, Flight<V>> calls = new ConcurrentHashMap<>();

    /** The result of the call in flight for this key, or else of a new one. */
    public CompletableFuture<V> share(K key, Supplier<CompletableFuture<V>> call) {
        while (true) {
            Flight<V> fresh = new Flight<>();
            Flight<V> present = calls.putIfAbsent(key, fresh);
            if (present == null) {
                return lead(key, fresh, call);
            }
            CompletableFuture<V> joined = present.join();
            if (joined != null) {
                return joined;
            }
            calls.remove(key, present);
        }
    }

    private CompletableFuture<V> lead(K key, Flight<V> flight, Supplier<CompletableFuture<V>> start) {
        CompletableFuture<V> call = started(start);
        CompletableFuture<V> mine = flight.follow();
        flight.result.whenComplete((result, failure) -> {
            if (flight.result.isCancelled()) {
                call.cancel(false);
            }
        });
        call.whenComplete((result, failure) -> {
            calls.remove(key, flight);
            if (failure == null) {
                flight.result.complete(result);
            } else {
                flight.result.completeExceptionally(failure);
            }
        });
        return mine;
    }

    private static <V> CompletableFuture<V> started(Supplier<CompletableFuture<V>> start) {
        try {
            return start.get();
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    /** One call and its number of waiters, the leader included. */
    private static final class Flight<V> {
        private static final int ABANDONED = 0;

        private final CompletableFuture<V> result = new CompletableFuture<>();
        private final AtomicInteger waiting = new AtomicInteger(1);

        /** The future of another waiter; null when all have already given up. */
        @Nullable CompletableFuture<V> join() {
            int before = waiting.getAndUpdate(count -> count == ABANDONED ? ABANDONED : count + 1);
            return before == ABANDONED ? null : follow();
        }

        CompletableFuture<V> follow() {
            CompletableFuture<V> follower = result.copy();
            follower.whenComplete((value, failure) -> {
                if (follower.isCancelled() && waiting.decrementAndGet() == ABANDONED) {
                    result.cancel(false);
                }
            });
            return follower;
        }
    }
}
