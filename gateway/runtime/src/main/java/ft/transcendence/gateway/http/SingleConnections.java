package ft.transcendence.gateway.http;

import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.CallerIdentity;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The reserved event streams of this gateway, by their tokens. They are limited like WebSockets, with which they are counted, and a
 * reservation that is not used in time is dropped.
 */
@Component
final class SingleConnections {
    private static final int TOKEN_BYTES = 18;

    private final StreamLimiter limiter;
    private final Supplier<StreamProperties> limits;
    private final CallerLifetime lifetime;
    private final Scheduler scheduler;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Reserved> reserved = new ConcurrentHashMap<>();

    private record Reserved(SingleConnection connection, Disposable lease) {}

    @Autowired
    SingleConnections(StreamLimiter limiter, Supplier<StreamProperties> limits, CallerLifetime lifetime) {
        this(limiter, limits, lifetime, Schedulers.parallel());
    }

    SingleConnections(
            StreamLimiter limiter, Supplier<StreamProperties> limits, CallerLifetime lifetime, Scheduler scheduler) {
        this.limiter = limiter;
        this.limits = limits;
        this.lifetime = lifetime;
        this.scheduler = scheduler;
    }

    /**
     * Reserves a stream and returns its token.
     *
     * @param callers from {@link CallerLifetime#follow}: the stream ends with its caller's identity
     * @throws GatewayErrorException when the caller has too many
     */
    String reserve(CallerIdentity caller, Flux<CallerIdentity> callers, @Nullable InetSocketAddress address) {
        Disposable connection = limiter.openConnection(address);
        Disposable own;
        try {
            own = limiter.identifyConnection(caller, address);
        } catch (GatewayErrorException tooMany) {
            connection.dispose();
            throw tooMany;
        }
        StreamProperties properties = limits.get();
        String token = newToken();
        SingleConnection stream = new SingleConnection(caller, callers, properties.maxOperations(), lifetime);
        Disposable.Composite lease = Disposables.composite(connection, own);
        reserved.put(token, new Reserved(stream, lease));
        lease.add(Mono.delay(properties.initTimeout(), scheduler)
                .filter(late -> !stream.isOpen())
                .subscribe(late -> drop(token)));
        return token;
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Opens a reserved stream, for whoever has its token: a browser's {@code EventSource} sends nothing else.
     *
     * @throws GatewayErrorException when there is none, or it is open
     */
    SingleConnection open(String token) {
        Reserved found = reserved.get(token);
        if (found == null) {
            throw new GatewayErrorException(GatewayError.STREAM_NOT_FOUND);
        }
        found.connection().open();
        return found.connection();
    }

    /**
     * The caller's stream.
     *
     * @throws GatewayErrorException when the caller has none with this token
     */
    SingleConnection of(CallerIdentity caller, String token) {
        Reserved found = reserved.get(token);
        if (found == null || !found.connection().belongsTo(caller)) {
            throw new GatewayErrorException(GatewayError.STREAM_NOT_FOUND);
        }
        return found.connection();
    }

    /** Forgets a stream. */
    void drop(String token) {
        Reserved found = reserved.remove(token);
        if (found != null) {
            found.lease().dispose();
        }
    }
}
