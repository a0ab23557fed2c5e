package ft.transcendence.federation.engine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * A result that something has to be worked out for first. Cancelling it, or ending it by a timeout, cancels what it depends on.
 *
 * @param <V> the result
 */
final class DeferredResult<V> extends CompletableFuture<V> {

    private final Executor continuations;

    /** @param continuations runs what follows from the work, which may take its time and call foreign code */
    DeferredResult(Executor continuations) {
        this.continuations = continuations;
    }

    /**
     * @param next from what was worked out to the result
     * @param refusal the result that stands for a problem; empty if it is a defect
     */
    <W> DeferredResult<V> of(
            CompletableFuture<W> work,
            Function<W, CompletableFuture<V>> next,
            Function<Throwable, Optional<V>> refusal) {
        work.handleAsync(
                        (result, problem) -> problem == null
                                ? dependsOn(next.apply(result))
                                : CompletableFuture.<V>failedFuture(problem),
                        continuations)
                .thenCompose(Function.identity())
                .exceptionallyCompose(problem -> refusal.apply(problem)
                        .map(CompletableFuture::completedFuture)
                        .orElseGet(() -> CompletableFuture.failedFuture(problem)))
                .whenComplete(this::end);
        return this;
    }

    private void end(V result, Throwable problem) {
        if (problem == null) {
            complete(result);
        } else {
            completeExceptionally(
                    problem instanceof CompletionException wrapped && wrapped.getCause() != null
                            ? wrapped.getCause()
                            : problem);
        }
    }

    /** The work, which is cancelled when nobody waits for this result any more. */
    private CompletableFuture<V> dependsOn(CompletableFuture<V> work) {
        whenComplete((result, problem) -> {
            if (problem != null) {
                work.cancel(true);
            }
        });
        return work;
    }
}
