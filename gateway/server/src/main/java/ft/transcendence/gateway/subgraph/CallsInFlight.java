package ft.transcendence.gateway.subgraph;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets equal calls share one while it is under way. The call is cancelled when the last one waiting for it has given up.
 *
 * @param <K> what makes calls equal; everything the result depends on, so that nobody gets an answer made for somebody else
 * @param <V> the result, which must be immutable
 */
public final class CallsInFlight<K, V> {
    private final ConcurrentMap<K, Shared<V>> calls = new ConcurrentHashMap<>();

    /** The result of the call under way for this key, or else of a new one. */
    public CompletableFuture<V> share(K key, Supplier<CompletableFuture<V>> call) {
        while (true) {
            Shared<V> fresh = new Shared<>();
            Shared<V> present = calls.putIfAbsent(key, fresh);
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

    private CompletableFuture<V> lead(K key, Shared<V> shared, Supplier<CompletableFuture<V>> start) {
        CompletableFuture<V> call = started(start);
        CompletableFuture<V> mine = shared.follow();
        shared.answer.whenComplete((result, failure) -> {
            if (shared.answer.isCancelled()) {
                call.cancel(false);
            }
        });
        call.whenComplete((result, failure) -> {
            calls.remove(key, shared);
            if (failure == null) {
                shared.answer.complete(result);
            } else {
                shared.answer.completeExceptionally(failure);
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

    /** One call and how many wait for it; the leader counts from the start. */
    private static final class Shared<V> {
        private static final int ABANDONED = 0;

        private final CompletableFuture<V> answer = new CompletableFuture<>();
        private final AtomicInteger waiting = new AtomicInteger(1);

        /** A further waiter's future; null when everybody has already given up. */
        @Nullable CompletableFuture<V> join() {
            int before = waiting.getAndUpdate(count -> count == ABANDONED ? ABANDONED : count + 1);
            return before == ABANDONED ? null : follow();
        }

        CompletableFuture<V> follow() {
            CompletableFuture<V> follower = answer.copy();
            follower.whenComplete((result, failure) -> {
                if (follower.isCancelled() && waiting.decrementAndGet() == ABANDONED) {
                    answer.cancel(false);
                }
            });
            return follower;
        }
    }
}
