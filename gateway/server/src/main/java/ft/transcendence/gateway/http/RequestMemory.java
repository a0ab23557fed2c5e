package ft.transcendence.gateway.http;

import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.identity.CallerIdentity;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;

/**
 * The memory that requests may hold between their first byte and the end of their answer, all together and those of one caller. A rate
 * limit does not bound it: requests that arrive slowly, wait, or were answered with a stream hold theirs for as long as that takes.
 */
@Component
final class RequestMemory {
    /** So many callers at least can have their share at the same time. */
    private static final int SHARES = 4;
    /** Whoever holds less than such a part of it is let in though others have taken all. */
    private static final int ALWAYS_FREE = 256;

    private final long total;
    private final long callerShare;
    private final RateLimitProperties rateLimit;
    private final Map<String, Long> reserved = new HashMap<>();
    private long reservedInTotal;

    @Autowired
    RequestMemory(GraphQLHttpProperties http, RateLimitProperties rateLimit) {
        this(http.requestRoom().toBytes(), rateLimit);
    }

    RequestMemory(long total, RateLimitProperties rateLimit) {
        this.total = total;
        this.callerShare = total / SHARES;
        this.rateLimit = rateLimit;
    }

    /** A reservation for one request, which takes no room yet; to be disposed of when the request is over. */
    Reservation open(CallerIdentity caller, @Nullable InetSocketAddress address) {
        return new Reservation(RateLimiter.keyOf(caller, address), rateLimit.exempts(caller) ? total : callerShare);
    }

    /** How much one request can hold at most, whose caller is not known yet. */
    long callerShare() {
        return callerShare;
    }

    /** How much is reserved, for tests. */
    synchronized long reserved() {
        return reservedInTotal;
    }

    private synchronized void take(Reservation reservation, long bytes) {
        long more = bytes - reservation.bytes;
        long own = reserved.getOrDefault(reservation.caller, 0L) + more;
        if (more > 0) {
            if (bytes > reservation.limit) {
                throw new GatewayErrorException(GatewayError.REQUEST_TOO_LARGE, "The request would take too much memory");
            }
            if (own > reservation.limit) {
                throw new GatewayErrorException(
                        GatewayError.RATE_LIMITED, "Too much is under way already; wait for answers, or end streams");
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

    /** What one request holds. */
    final class Reservation implements Disposable {
        /** Nearly all answers are shorter, and gone as soon as they are written. */
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
         * Holds so many bytes of the request from now on, in place of those before.
         *
         * @throws GatewayErrorException when there is no room for them; then it holds what it held before
         */
        void reserve(long needed) {
            update(needed, response);
        }

        /** The same for the answer, or a stream's latest event, which waits to be sent. */
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
