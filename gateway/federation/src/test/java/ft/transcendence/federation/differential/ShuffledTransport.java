package ft.transcendence.federation.differential;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Holds requests back and completes them in random order, on this thread or on others, sometimes two at the same moment. */
final class ShuffledTransport implements SubgraphTransport {

    private final SubgraphTransport subgraphs;
    private final List<Runnable> held = new ArrayList<>();

    ShuffledTransport(SubgraphTransport subgraphs) {
        this.subgraphs = subgraphs;
    }

    @Override
    public CompletableFuture<SubgraphResponse> send(SubgraphRequest request) {
        CompletableFuture<SubgraphResponse> response = new CompletableFuture<>();
        synchronized (held) {
            held.add(() -> pass(request, response));
        }
        return response;
    }

    private void pass(SubgraphRequest request, CompletableFuture<SubgraphResponse> response) {
        try {
            response.complete(subgraphs.send(request).join());
        } catch (RuntimeException e) {
            response.completeExceptionally(e);
        }
    }

    /** Completes what is held back, and the requests that result from it, until nothing is left. */
    void respondToAll(Dice dice) {
        Optional<Runnable> next = take(dice);
        while (next.isPresent()) {
            Optional<Runnable> other = dice.percent(30) ? take(dice) : Optional.empty();
            if (other.isEmpty() && dice.percent(50)) {
                next.get().run();
            } else {
                Thread one = Thread.ofVirtual().start(next.get());
                other.ifPresent(Runnable::run);
                join(one);
            }
            next = take(dice);
        }
    }

    private Optional<Runnable> take(Dice dice) {
        synchronized (held) {
            return held.isEmpty() ? Optional.empty() : Optional.of(held.remove(dice.between(0, held.size() - 1)));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
