package ft.transcendence.federation.engine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * A future whose value needs other work to finish first. If it is cancelled, or times out, the work that it depends on is cancelled.
 *
 * @param <V> the result
 */
final class DeferredResult<V> extends CompletableFuture<V> {

    private final Executor continuations;

    /** @param continuations runs what follows the work, which may take long and call foreign code */
    DeferredResult(Executor continuations) {
        this.continuations = continuations;
    }

    /**
     * Completes this future with the outcome of the work.
     *
     * @param next turns the result of the work into the value
     * @param refusal the value for a request that is refused; empty for a defect
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

    /** Returns the work, and cancels it once nobody waits for this future any more. */
    private CompletableFuture<V> dependsOn(CompletableFuture<V> work) {
        whenComplete((result, problem) -> {
            if (problem != null) {
                work.cancel(true);
            }
        });
        return work;
    }
}
