package ft.transcendence.testkit;

import ft.transcendence.federation.GraphQLResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The events of a subscription, or the parts of a response with deferred fragments. An item is requested when the test asks for it. A test that does not read to the
 * end closes the stream. Not thread-safe.
 */
public final class FederatedStream implements Iterator<FederatedResponse>, AutoCloseable {

    private sealed interface Signal {}

    private record Item(GraphQLResponse response) implements Signal {}

    private record End() implements Signal {}

    private record Failure(Throwable reason) implements Signal {}

    private final RequestLog log;
    private final Duration patience;
    private final Supplier<String> plan;
    private final Supplier<String> complaint;
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final List<String> items = new ArrayList<>();
    private int reportedRequests;
    private @Nullable Signal next;

    FederatedStream(RequestLog log, Duration patience, Supplier<String> plan, Supplier<String> complaint) {
        this.log = log;
        this.patience = patience;
        this.plan = plan;
        this.complaint = complaint;
    }

    /** Waits for the next item or the end of the stream. */
    @Override
    public boolean hasNext() {
        return switch (peek()) {
            case Item item -> true;
            case End end -> false;
            case Failure failure -> throw new IllegalStateException("The stream broke off", failure.reason());
        };
    }

    /**
     * Waits for the next item.
     *
     * @throws NoSuchElementException if the stream has ended
     */
    @Override
    public FederatedResponse next() {
        if (!hasNext() || !(next instanceof Item item)) {
            throw new NoSuchElementException("The stream has ended after " + items.size() + " items");
        }
        next = null;
        items.add(item.response().bodyAsString());
        List<SubgraphExchange> requests = log.from(reportedRequests);
        reportedRequests += requests.size();
        return new FederatedResponse(item.response(), requests, plan);
    }

    /** Waits for the end of the stream, and returns the items until then. */
    public List<FederatedResponse> remaining() {
        List<FederatedResponse> remaining = new ArrayList<>();
        forEachRemaining(remaining::add);
        return remaining;
    }

    /** Cancels the subscription. */
    @Override
    public void close() {
        subscription.thenAccept(Flow.Subscription::cancel);
    }

    /** What the test has read, for people. */
    String itemsSoFar() {
        return String.join("\n", items);
    }

    Flow.Subscriber<GraphQLResponse> subscriber() {
        return new Receiver();
    }

    private Signal peek() {
        Signal known = next;
        if (known == null) {
            Patience.await(subscription, patience, complaint).request(1);
            known = poll();
            next = known;
        }
        return known;
    }

    private Signal poll() {
        try {
            Signal signal = signals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (signal == null) {
                close();
                throw Patience.exhausted(patience, complaint);
            }
            return signal;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted", interrupted);
        }
    }

    private final class Receiver implements Flow.Subscriber<GraphQLResponse> {

        @Override
        public void onSubscribe(Flow.Subscription granted) {
            subscription.complete(granted);
        }

        @Override
        public void onNext(GraphQLResponse response) {
            signals.add(new Item(response));
        }

        @Override
        public void onError(Throwable reason) {
            signals.add(new Failure(reason));
        }

        @Override
        public void onComplete() {
            signals.add(new End());
        }
    }
}
