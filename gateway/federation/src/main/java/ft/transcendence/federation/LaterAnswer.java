package ft.transcendence.federation;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * An answer that something has to be worked out for first. Cancelling it, or ending it by a timeout, cancels what it depends on.
 *
 * @param <V> the answer
 */
final class LaterAnswer<V> extends CompletableFuture<V> {

    /** @param refusal the answer that stands for a problem; empty if it is a defect */
    LaterAnswer<V> of(CompletableFuture<V> work, Function<Throwable, Optional<V>> refusal) {
        work.whenComplete((result, problem) -> {
            if (problem == null) {
                complete(result);
            } else {
                refusal.apply(problem).ifPresentOrElse(this::complete, () -> completeExceptionally(cause(problem)));
            }
        });
        return this;
    }

    private static Throwable cause(Throwable problem) {
        return problem instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : problem;
    }

    /** The work, which is cancelled when nobody waits for this answer any more. */
    <W> CompletableFuture<W> dependsOn(CompletableFuture<W> work) {
        whenComplete((answer, problem) -> {
            if (problem != null) {
                work.cancel(true);
            }
        });
        return work;
    }
}
