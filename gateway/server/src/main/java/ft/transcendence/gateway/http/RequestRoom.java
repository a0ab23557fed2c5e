package ft.transcendence.gateway.http;

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
final class RequestRoom {
    /** So many callers at least can have their share at the same time. */
    private static final int SHARES = 4;
    /** Whoever holds less than such a part of it is let in though others have taken all. */
    private static final int ALWAYS_FREE = 256;

    private final long total;
    private final long share;
    private final RateLimitProperties rateLimit;
    private final Map<String, Long> held = new HashMap<>();
    private long heldInTotal;

    @Autowired
    RequestRoom(GraphQLHttpProperties http, RateLimitProperties rateLimit) {
        this(http.requestRoom().toBytes(), rateLimit);
    }

    RequestRoom(long total, RateLimitProperties rateLimit) {
        this.total = total;
        this.share = total / SHARES;
        this.rateLimit = rateLimit;
    }

    /** A place for one request, which takes no room yet; to be disposed of when the request is over. */
    Place place(CallerIdentity caller, @Nullable InetSocketAddress address) {
        return new Place(RateLimiter.keyOf(caller, address), rateLimit.exempts(caller) ? total : share);
    }

    /** How much one request can hold at most, whose caller is not known yet. */
    long share() {
        return share;
    }

    /** How much is held, for tests. */
    synchronized long held() {
        return heldInTotal;
    }

    private synchronized void take(Place place, long bytes) {
        long more = bytes - place.bytes;
        long own = held.getOrDefault(place.caller, 0L) + more;
        if (more > 0) {
            if (bytes > place.limit) {
                throw new GatewayErrorException(GatewayError.REQUEST_TOO_LARGE, "The request would take too much memory");
            }
            if (own > place.limit) {
                throw new GatewayErrorException(
                        GatewayError.RATE_LIMITED, "Too much is under way already; wait for answers, or end streams");
            }
            if (heldInTotal + more > total && own > total / ALWAYS_FREE) {
                throw new GatewayErrorException(GatewayError.OVERLOADED);
            }
        }
        place.bytes = bytes;
        heldInTotal += more;
        if (own == 0) {
            held.remove(place.caller);
        } else {
            held.put(place.caller, own);
        }
    }

    /** What one request holds. */
    final class Place implements Disposable {
        /** Nearly all answers are shorter, and gone as soon as they are written. */
        private static final int NOT_COUNTED = 16 << 10;

        private final String caller;
        private final long limit;
        private long request;
        private long answer;
        private long bytes;
        private boolean disposed;

        private Place(String caller, long limit) {
            this.caller = caller;
            this.limit = limit;
        }

        /**
         * Holds so many bytes of the request from now on, in place of those before.
         *
         * @throws GatewayErrorException when there is no room for them; then it holds what it held before
         */
        void hold(long needed) {
            holdAll(needed, answer);
        }

        /** The same for the answer, or a stream's latest event, which waits to be sent. */
        void holdAnswer(int size) {
            holdAll(request, size <= NOT_COUNTED ? 0 : size);
        }

        private void holdAll(long requestBytes, long answerBytes) {
            synchronized (RequestRoom.this) {
                if (!disposed) {
                    take(this, requestBytes + answerBytes);
                    request = requestBytes;
                    answer = answerBytes;
                }
            }
        }

        @Override
        public void dispose() {
            synchronized (RequestRoom.this) {
                take(this, 0);
                disposed = true;
            }
        }
    }
}
