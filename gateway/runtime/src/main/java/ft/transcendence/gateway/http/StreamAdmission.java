package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.CallerIdentity;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;

/** Counts the operations of connections that carry many, and their memory, for their callers. */
@Component
final class StreamAdmission {
    private final StreamLimiter limiter;
    private final RequestMemory requestMemory;

    StreamAdmission(StreamLimiter limiter, RequestMemory requestMemory) {
        this.limiter = limiter;
        this.requestMemory = requestMemory;
    }

    /**
     * Counts an operation until it is disposed of.
     *
     * @param memory of its message, by {@link RequestMemoryEstimate}
     * @throws GatewayErrorException when the caller has too many, or they hold too much memory
     */
    ConnectionOperations.RunningOperation begin(
            CallerIdentity caller, @Nullable InetSocketAddress address, long memory) {
        Disposable stream = limiter.openStream(caller, address);
        RequestMemory.Reservation reservation = requestMemory.open(caller, address);
        try {
            reservation.reserve(memory);
            return new Running(stream, reservation);
        } catch (GatewayErrorException full) {
            stream.dispose();
            throw full;
        }
    }

    private record Running(Disposable stream, RequestMemory.Reservation reservation)
            implements ConnectionOperations.RunningOperation {
        @Override
        public void reserve(GraphQLResponse event) {
            reservation.reserveResponse(event.size());
        }

        @Override
        public void dispose() {
            stream.dispose();
            reservation.dispose();
        }
    }
}
