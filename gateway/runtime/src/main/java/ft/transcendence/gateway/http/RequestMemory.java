package ft.transcendence.gateway.http;

import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.CallerIdentity;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;

/**
 * Limits the memory that requests hold between their first byte and the end of their response, in total and for each caller. A
 * rate limit does not bound it: slow and waiting requests and streams hold theirs for as long as they last.
 */
@Component
final class RequestMemory {
    /** At least this many callers can hold their full share at the same time. */
    private static final int SHARES = 4;
    /** Callers that hold less than this fraction of the total are admitted even when it is used up. */
    private static final int ALWAYS_FREE = 256;

    private final long total;
    private final long callerShare;
    private final Supplier<RateLimitProperties> rateLimit;
    private final Map<String, Long> reserved = new HashMap<>();
    private long reservedInTotal;

    @Autowired
    RequestMemory(GraphQLHttpProperties http, Supplier<RateLimitProperties> rateLimit) {
        this(http.requestMemory().toBytes(), rateLimit);
    }

    RequestMemory(long total, Supplier<RateLimitProperties> rateLimit) {
        this.total = total;
        this.callerShare = total / SHARES;
        this.rateLimit = rateLimit;
    }

    /** An empty reservation for one request, to be disposed of when the request ends. */
    Reservation open(CallerIdentity caller, @Nullable InetSocketAddress address) {
        return new Reservation(
                RateLimiter.keyOf(caller, address), rateLimit.get().exempts(caller) ? total : callerShare);
    }

    /** The most that one request can hold while its caller is unknown. */
    long callerShare() {
        return callerShare;
    }

    /** The reserved memory in bytes, for tests. */
    synchronized long reserved() {
        return reservedInTotal;
    }

    private synchronized void take(Reservation reservation, long bytes) {
        long more = bytes - reservation.bytes;
        long own = reserved.getOrDefault(reservation.caller, 0L) + more;
        if (more > 0) {
            if (bytes > reservation.limit) {
                throw new GatewayErrorException(
                        GatewayError.REQUEST_TOO_LARGE, "The request needs too much memory; send a smaller one");
            }
            if (own > reservation.limit) {
                throw new GatewayErrorException(
                        GatewayError.RATE_LIMITED,
                        "Your requests hold too much memory; wait for responses or close streams");
            }
            if (reservedInTotal + more > total && own > total / ALWAYS_FREE) {
                throw new GatewayErrorException(GatewayError.OVERLOADED);
            }
        }
        reservation.bytes = bytes;
        reservedInTotal += more;
        if (own == 0) {
            reserved.remove(reservation.caller);
        } else {
            reserved.put(reservation.caller, own);
        }
    }

    /** The memory that one request holds. */
    final class Reservation implements Disposable {
        /** Bytes of a response that are not counted: nearly all responses are shorter and sent at once. */
        private static final int NOT_COUNTED = 16 << 10;

        private final String caller;
        private final long limit;
        private long request;
        private long response;
        private long bytes;
        private boolean disposed;

        private Reservation(String caller, long limit) {
            this.caller = caller;
            this.limit = limit;
        }

        /**
         * Reserves this many bytes for the request, replacing what it held before.
         *
         * @throws GatewayErrorException when they are not available; the reservation then stays as it was
         */
        void reserve(long needed) {
            update(needed, response);
        }

        /** The same for the response, or for the latest event of a stream. */
        void reserveResponse(int size) {
            update(request, size <= NOT_COUNTED ? 0 : size);
        }

        private void update(long requestBytes, long responseBytes) {
            synchronized (RequestMemory.this) {
                if (!disposed) {
                    take(this, requestBytes + responseBytes);
                    request = requestBytes;
                    response = responseBytes;
                }
            }
        }

        @Override
        public void dispose() {
            synchronized (RequestMemory.this) {
                take(this, 0);
                disposed = true;
            }
        }
    }
}
