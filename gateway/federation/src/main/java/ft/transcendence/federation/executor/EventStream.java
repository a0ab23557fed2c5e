package ft.transcendence.federation.executor;

import ft.transcendence.federation.FetchFailure;
import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.StreamEndedException;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import ft.transcendence.federation.executor.compiler.CompiledPlan;
import ft.transcendence.federation.executor.response.ErrorRedactor;
import ft.transcendence.federation.executor.step.RootFetchStep;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The responses of one subscription. Each event of the subgraph is completed with data of other subgraphs before the next one is requested. So
 * responses keep the order of events, and a slow client slows the subgraph down instead of filling the memory.
 */
final class EventStream implements Flow.Publisher<GraphQLResponse> {

    private final CompiledPlan plan;
    private final RootFetchStep trigger;
    private final ExecutionInput input;
    private final SubgraphTransport transport;
    private final ErrorRedactor redactor;

    EventStream(
            CompiledPlan plan,
            RootFetchStep trigger,
            ExecutionInput input,
            SubgraphTransport transport,
            ErrorRedactor redactor) {
        this.plan = plan;
        this.trigger = trigger;
        this.input = input;
        this.transport = transport;
        this.redactor = redactor;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super GraphQLResponse> subscriber) {
        SubgraphRequest request = new SubgraphRequest(
                        trigger.subgraph(),
                        trigger.url(),
                        trigger.body().of(input.variables(), input.operationName()),
                        OperationKind.SUBSCRIPTION,
                        input.context(),
                        trigger.subscribedField())
                .observed();
        Events events = new Events(subscriber, request.observer());
        subscriber.onSubscribe(events);
        try {
            transport.subscribe(request).subscribe(events);
        } catch (RuntimeException refused) {
            events.onError(refused);
        }
    }

    /** The stream of one subscriber. State changes inside the monitor, signals are sent outside of it. */
    private final class Events implements Flow.Subscription, Flow.Subscriber<SubgraphResponse> {

        private final Flow.Subscriber<? super GraphQLResponse> client;
        private final FetchObserver observer;
        private Flow.@Nullable Subscription subgraph;
        private @Nullable CompletableFuture<GraphQLResponse> current;
        private @Nullable GraphQLResponse lastResponse;
        private long demand;
        private boolean requested;
        private boolean ended;
        private boolean closed;
        private boolean endReported;

        Events(Flow.Subscriber<? super GraphQLResponse> client, FetchObserver observer) {
            this.client = client;
            this.observer = observer;
        }

        // ---- from the client

        @Override
        public void request(long count) {
            if (count <= 0) {
                cancel();
                client.onError(new IllegalArgumentException("Only a positive number of items can be requested"));
                return;
            }
            synchronized (this) {
                demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
            }
            advance();
        }

        @Override
        public void cancel() {
            Flow.Subscription stream;
            CompletableFuture<GraphQLResponse> running;
            synchronized (this) {
                closed = true;
                stream = subgraph;
                running = current;
            }
            if (stream != null) {
                stream.cancel();
            }
            if (running != null) {
                running.cancel(true);
            }
            reportEnd();
        }

        private void reportEnd() {
            synchronized (this) {
                if (endReported) {
                    return;
                }
                endReported = true;
            }
            observer.ended();
        }

        // ---- from the subgraph

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            boolean unwanted;
            synchronized (this) {
                unwanted = closed || subgraph != null;
                if (!unwanted) {
                    subgraph = subscription;
                }
            }
            if (unwanted) {
                subscription.cancel();
            } else {
                advance();
            }
        }

        @Override
        public void onNext(SubgraphResponse event) {
            CompletableFuture<GraphQLResponse> completion =
                    new Execution(plan, input, transport, redactor).start(trigger, event, observer);
            synchronized (this) {
                if (closed) {
                    return;
                }
                current = completion;
            }
            completion.whenComplete((response, defect) -> deliver(response, defect));
        }

        @Override
        public void onError(Throwable problem) {
            observer.failed(new FetchFailure(
                    problem instanceof StreamEndedException
                            ? FetchFailure.Reason.ENDED
                            : FetchFailure.Reason.UNREACHABLE,
                    0,
                    null,
                    problem));
            synchronized (this) {
                lastResponse = new Execution(plan, input, transport, redactor).ended(trigger, problem);
                ended = true;
            }
            reportEnd();
            advance();
        }

        @Override
        public void onComplete() {
            synchronized (this) {
                ended = true;
            }
            reportEnd();
            advance();
        }

        private void deliver(@Nullable GraphQLResponse response, @Nullable Throwable defect) {
            synchronized (this) {
                if (closed) {
                    return;
                }
                demand--;
            }
            if (response == null) {
                cancel();
                client.onError(defect == null ? new IllegalStateException("No response") : defect);
                return;
            }
            client.onNext(response);
            synchronized (this) {
                current = null;
                requested = false;
            }
            advance();
        }

        /** What has to be done next. */
        private enum Due {
            NOTHING,
            EVENT,
            END
        }

        private void advance() {
            switch (due()) {
                case NOTHING -> {}
                case EVENT -> {
                    if (subgraph != null) {
                        subgraph.request(1);
                    }
                }
                case END -> {
                    if (lastResponse != null) {
                        client.onNext(lastResponse);
                    }
                    client.onComplete();
                }
            }
        }

        private synchronized Due due() {
            if (closed || current != null) {
                return Due.NOTHING;
            }
            if (ended) {
                closed = lastResponse == null || demand > 0;
                return closed ? Due.END : Due.NOTHING;
            }
            if (demand == 0 || requested || subgraph == null) {
                return Due.NOTHING;
            }
            requested = true;
            return Due.EVENT;
        }
    }
}
