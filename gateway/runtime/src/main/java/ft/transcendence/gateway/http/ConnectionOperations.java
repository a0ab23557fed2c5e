package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.gateway.error.ErrorBody;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.operation.OperationRecord;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * The operations that run on one connection, each under an id that its client has chosen. Thread-safe: an operation may end on the
 * event loop of its subgraph call.
 *
 * @param <T> a message to the client
 */
final class ConnectionOperations<T> {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionOperations.class);

    /** Longer ids are of no use, and would be repeated in every message. */
    static final int LONGEST_ID = 200;

    private static final String TOO_MANY =
            "Too many operations on one connection; complete one before you start another";

    /** How the messages of operations are written. */
    interface Encoding<T> {
        T next(String id, GraphQLResponse response);

        /**
         * The only or last messages of an operation that was refused or failed.
         *
         * @param body an error response
         */
        Flux<T> error(String id, ByteBuffer body);

        T complete(String id);
    }

    /** A running operation, counted for its caller until it is disposed of. */
    interface RunningOperation extends Disposable {
        /**
         * Reserves memory for an event that waits to be sent, replacing the one before.
         *
         * @throws GatewayErrorException when there is no memory for it
         */
        void reserve(GraphQLResponse event);
    }

    /** The server, as an operation sees it. */
    interface Host {
        /**
         * Counts an operation for its caller, until it is disposed of.
         *
         * @param memory of its message, by {@link RequestMemoryEstimate}
         * @throws GatewayErrorException when the caller has too many, starts them too fast, or they hold too much memory
         */
        RunningOperation begin(CallerIdentity caller, long memory);

        /** Opens the record of an operation. */
        OperationRecord open();

        /** Runs an operation. */
        Flux<GraphQLResponse> execute(GraphQLRequest operation, CallerIdentity caller, OperationRecord record);
    }

    private final Encoding<T> encoding;
    private final IntSupplier most;
    private final CallerLifetime lifetime;
    private final Map<String, Sinks.Empty<Void>> running = new ConcurrentHashMap<>();

    /** @param most how many may run at the same time */
    ConnectionOperations(Encoding<T> encoding, IntSupplier most, CallerLifetime lifetime) {
        this.encoding = encoding;
        this.most = most;
        this.lifetime = lifetime;
    }

    boolean isRunning(String id) {
        return running.containsKey(id);
    }

    boolean isFull() {
        return running.size() >= most.getAsInt();
    }

    /** Ends an operation without a further message, if it runs. */
    void stop(String id) {
        Sinks.Empty<Void> operation = running.remove(id);
        if (operation != null) {
            operation.tryEmitEmpty();
        }
    }

    static GatewayErrorException tooMany() {
        return new GatewayErrorException(GatewayError.TOO_MANY_STREAMS, TOO_MANY);
    }

    /**
     * The messages of an operation. Its id is taken at once; the operation starts when the messages are subscribed to.
     *
     * @param id not in use
     * @param callers from {@link CallerLifetime#follow}
     */
    Flux<T> run(String id, GraphQLRequest operation, long memory, Flux<CallerIdentity> callers, Host host) {
        OperationRecord record = host.open();
        record.received(operation);
        if (isFull()) {
            record.refused(GatewayError.TOO_MANY_STREAMS);
            record.completed(0);
            return encoding.error(id, errorFor(tooMany()));
        }
        Sinks.Empty<Void> cancelled = Sinks.empty();
        running.put(id, cancelled);
        record.started();
        RenewingSubscription subscription =
                new RenewingSubscription(lifetime, caller -> host.execute(operation, caller, record));
        // counted once, however often the caller's token is renewed
        return callers.next()
                .doOnNext(record::calledBy)
                .flatMapMany(caller -> Flux.using(
                        () -> host.begin(caller, memory),
                        counted -> subscription
                                .responses(callers)
                                .doOnNext(counted::reserve)
                                .doOnNext(record::responded),
                        Disposable::dispose))
                .switchOnFirst((first, responses) -> {
                    GraphQLResponse response = first.get();
                    // a request error is the only response of its operation
                    return response != null && response.isRequestError()
                            ? responses.take(1).thenMany(last(id, cancelled, encoding.error(id, response.body())))
                            : responses
                                    .map(each -> encoding.next(id, each))
                                    .concatWith(
                                            last(id, cancelled, Flux.defer(() -> Flux.just(encoding.complete(id)))));
                })
                .onErrorResume(failure -> {
                    record.refused(
                            failure instanceof GatewayErrorException known
                                    ? known.error()
                                    : GatewayError.INTERNAL_ERROR);
                    return last(id, cancelled, encoding.error(id, errorFor(failure)));
                })
                .takeUntilOther(cancelled.asMono())
                .doFinally(signal -> {
                    running.remove(id, cancelled);
                    record.completed(0);
                });
    }

    /** The last messages of an operation. Its id is free again before the client receives them. */
    private Flux<T> last(String id, Sinks.Empty<Void> operation, Flux<T> messages) {
        return Flux.defer(() -> {
            running.remove(id, operation);
            return messages;
        });
    }

    private static ByteBuffer errorFor(Throwable failure) {
        if (failure instanceof GatewayErrorException known) {
            return ByteBuffer.wrap(ErrorBody.of(known));
        }
        LOG.error("An operation of a connection failed inside the gateway", failure);
        return ByteBuffer.wrap(ErrorBody.of(GatewayError.INTERNAL_ERROR, GatewayError.INTERNAL_ERROR.message()));
    }
}
