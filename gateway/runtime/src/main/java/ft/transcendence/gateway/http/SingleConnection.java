package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.CallerIdentity;
import io.netty.buffer.ByteBuf;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * A reserved event stream that carries the results of many operations, which other requests start and stop. Operations wait until it
 * is open.
 */
final class SingleConnection {
    private final CallerIdentity owner;
    private final Flux<CallerIdentity> owners;
    private final int mostOperations;
    private final ConnectionOperations<ByteBuf> operations;
    private final Sinks.Many<Flux<ByteBuf>> started = Sinks.many().unicast().onBackpressureBuffer();

    // Guarded by this.
    private boolean open;

    /** @param owners from {@link CallerLifetime#follow} */
    SingleConnection(CallerIdentity owner, Flux<CallerIdentity> owners, int mostOperations, CallerLifetime lifetime) {
        this.owner = owner;
        this.owners = owners;
        this.mostOperations = mostOperations;
        this.operations = new ConnectionOperations<>(new SingleConnectionEncoding(), () -> mostOperations, lifetime);
    }

    /** Whether this caller may use it: the one who has reserved it, however often the token has been renewed since. */
    boolean belongsTo(CallerIdentity caller) {
        return Objects.equals(owner.subject(), caller.subject());
    }

    /**
     * Starts an operation.
     *
     * @param callers from {@link CallerLifetime#follow}
     * @throws GatewayErrorException when the id is in use, or too many operations run
     */
    synchronized void start(
            String id,
            GraphQLRequest operation,
            long memory,
            Flux<CallerIdentity> callers,
            ConnectionOperations.Host host) {
        if (operations.isRunning(id)) {
            throw new GatewayErrorException(GatewayError.OPERATION_ID_IN_USE);
        }
        if (operations.isFull()) {
            throw ConnectionOperations.tooMany();
        }
        started.emitNext(operations.run(id, operation, memory, callers, host), Sinks.EmitFailureHandler.FAIL_FAST);
    }

    /** Ends an operation, if it runs. */
    void stop(String id) {
        operations.stop(id);
    }

    /** Takes the only place of a client that reads the events. */
    synchronized void open() {
        if (open) {
            throw new GatewayErrorException(GatewayError.STREAM_ALREADY_OPEN);
        }
        open = true;
    }

    synchronized boolean isOpen() {
        return open;
    }

    /** The events of all operations, until the owner's identity ends. Cancelling ends the operations. */
    Flux<ByteBuf> events() {
        // one event of each operation at a time: events that are not sent cost memory
        return started.asFlux()
                .flatMap(each -> each, mostOperations + 1, 1)
                .takeUntilOther(owners.then().onErrorComplete());
    }
}
