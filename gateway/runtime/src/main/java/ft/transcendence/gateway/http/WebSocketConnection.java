package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.gateway.error.ErrorBody;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.identity.InvalidCredentialsException;
import ft.transcendence.gateway.identity.ProviderKeysUnavailableException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One WebSocket that speaks <a href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md">graphql-transport-ws</a>:
 * turns incoming messages into outgoing ones and a close reason. Its state changes only on the event loop on which messages
 * arrive.
 */
final class WebSocketConnection {
    /** An output of the connection. */
    sealed interface Output {
        record Text(String message) implements Output {}

        /** A keep-alive that the client must respond to. */
        record Beat() implements Output {}

        /** The last output of a connection. */
        record Close(int status, String reason) implements Output {}
    }

    /** The server, as the connection sees it. */
    interface Host extends ConnectionOperations.Host {
        /** Resolves the caller by the handshake's headers and the token of {@code connection_init}. */
        Mono<CallerIdentity> identify(@Nullable String authorization);

        /**
         * Counts the connection for its caller.
         *
         * @throws GatewayErrorException when the caller has too many
         */
        void admit(CallerIdentity caller);

        /** The most memory that one message may take. */
        long largestMessage();
    }

    private static final Logger LOG = LoggerFactory.getLogger(WebSocketConnection.class);
    private static final Output.Close INVALID = new Output.Close(4400, "Invalid message");
    private static final Output.Close TOO_BIG = new Output.Close(1009, "Message too big");
    private static final Output.Close UNAUTHORIZED = new Output.Close(4401, "Unauthorized");
    private static final Output.Close FORBIDDEN = new Output.Close(4403, "Forbidden");
    /** <a href="https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number">Try again later</a>: clients do. */
    private static final Output.Close TRY_AGAIN = new Output.Close(1013, "Try again later");

    private static final Output.Close GOING_AWAY = new Output.Close(1001, "Going away");
    private static final Output.Close INIT_TIMEOUT = new Output.Close(4408, "Connection initialisation timeout");
    private static final Output.Close INIT_TWICE = new Output.Close(4429, "Too many initialisation requests");
    private static final Output.Close TOO_MANY = new Output.Close(4429, "Too many connections");
    private static final Output.Close SILENT = new Output.Close(4408, "No response to keep-alives");
    private static final Output.Close INTERNAL = new Output.Close(4500, "Internal server error");

    /** Keep-alives that a client may miss. */
    private static final int MISSED_BEATS = 2;

    private final WebSocketMessage.Codec codec;
    private final StreamProperties properties;
    private final Mono<Boolean> shutdown;
    private final CallerLifetime lifetime;
    private final Host host;
    private final ConnectionOperations<Output> operations;
    private final Sinks.Empty<Void> initialised = Sinks.empty();
    private final Sinks.One<Output.Close> expired = Sinks.one();
    private final AtomicInteger missedBeats = new AtomicInteger();
    private boolean initRequested;
    private volatile @Nullable Flux<CallerIdentity> callers;
    private volatile @Nullable Disposable expiry;

    /**
     * @param shutdown emits a value when the server shuts down
     * @param lifetime ends with the caller's identity
     */
    WebSocketConnection(
            WebSocketMessage.Codec codec,
            StreamProperties properties,
            Mono<Boolean> shutdown,
            CallerLifetime lifetime,
            Host host) {
        this.codec = codec;
        this.properties = properties;
        this.shutdown = shutdown;
        this.lifetime = lifetime;
        this.host = host;
        this.operations = new ConnectionOperations<>(new Messages(codec), properties::maxOperations, lifetime);
    }

    /** An error is the last message of its operation. */
    private record Messages(WebSocketMessage.Codec codec) implements ConnectionOperations.Encoding<Output> {
        @Override
        public Output next(String id, GraphQLResponse response) {
            return text(codec.next(id, response));
        }

        @Override
        public Flux<Output> error(String id, ByteBuffer body) {
            return Flux.just(text(codec.error(id, body)));
        }

        @Override
        public Output complete(String id) {
            return text(codec.complete(id));
        }
    }

    /** All outputs until the connection is to be closed. Cancelling ends every operation. */
    Flux<Output> outputs(Flux<String> messages) {
        Flux<Output> replies = messages.flatMap(this::replyTo, properties.maxOperations() + 16, 1);
        Mono<Output> initTimeout = Mono.<Output>just(INIT_TIMEOUT)
                .delaySubscription(properties.initTimeout())
                .takeUntilOther(initialised.asMono());
        Flux<Output> beats =
                Flux.interval(properties.keepAlive()).onBackpressureDrop().map(tick -> beat());
        return Flux.merge(
                        // one reply at a time: finished replies that are not sent cost memory
                        1,
                        replies.concatWith(Mono.just(new Output.Close(1000, ""))),
                        initTimeout,
                        expired.asMono(),
                        shutdown.map(started -> GOING_AWAY),
                        beats)
                .takeUntil(Output.Close.class::isInstance)
                .doFinally(signal -> stop());
    }

    /** Notes that the client has sent something. */
    void recordActivity() {
        missedBeats.set(0);
    }

    private Output beat() {
        return missedBeats.getAndIncrement() < MISSED_BEATS ? new Output.Beat() : SILENT;
    }

    private void stop() {
        Disposable timer = expiry;
        if (timer != null) {
            timer.dispose();
        }
    }

    private Flux<Output> replyTo(String text) {
        long memory = RequestMemoryEstimate.of(text);
        if (memory > host.largestMessage()) {
            return Flux.just(TOO_BIG);
        }
        WebSocketMessage message;
        try {
            message = codec.read(text);
        } catch (GatewayErrorException e) {
            return Flux.just(INVALID);
        }
        return switch (message) {
            case WebSocketMessage.Init init -> initialise(init);
            case WebSocketMessage.Ping ping -> Flux.just(new Output.Text(WebSocketMessage.Codec.PONG));
            case WebSocketMessage.Pong pong -> Flux.empty();
            case WebSocketMessage.Complete complete -> {
                operations.stop(complete.id());
                yield Flux.empty();
            }
            case WebSocketMessage.Rejected rejected -> reject(rejected);
            case WebSocketMessage.Subscribe subscribe -> subscribe(subscribe, memory);
        };
    }

    private Flux<Output> initialise(WebSocketMessage.Init init) {
        if (initRequested) {
            return Flux.just(INIT_TWICE);
        }
        initRequested = true;
        initialised.tryEmitEmpty();
        Mono<CallerIdentity> resolution = Mono.defer(() -> host.identify(init.authorization()));
        return resolution
                .<Output>map(identified -> {
                    host.admit(identified);
                    Flux<CallerIdentity> followed =
                            lifetime.follow(identified, resolution).replay(1).refCount();
                    callers = followed;
                    expiry = followed.subscribe(renewed -> {}, end -> expired.tryEmitValue(closeFor(end)));
                    return new Output.Text(WebSocketMessage.Codec.ACK);
                })
                .onErrorResume(failure -> Mono.just(closeFor(failure)))
                .flux();
    }

    private static Output.Close closeFor(Throwable failure) {
        return switch (failure) {
            case InvalidCredentialsException invalid -> FORBIDDEN;
            case ProviderKeysUnavailableException unavailable -> TRY_AGAIN;
            case GatewayErrorException known
            when known.error() == GatewayError.IDENTITY_PROVIDER_UNAVAILABLE
                    || known.error() == GatewayError.SESSIONS_UNAVAILABLE -> TRY_AGAIN;
            case GatewayErrorException known when known.error() == GatewayError.TOO_MANY_STREAMS -> TOO_MANY;
            case GatewayErrorException known -> FORBIDDEN;
            default -> {
                LOG.error("A WebSocket could not be opened", failure);
                yield INTERNAL;
            }
        };
    }

    private Flux<Output> reject(WebSocketMessage.Rejected rejected) {
        return Flux.just(callers == null ? UNAUTHORIZED : text(codec.error(rejected.id(), bodyOf(rejected.reason()))));
    }

    private static ByteBuffer bodyOf(GatewayErrorException reason) {
        return ByteBuffer.wrap(ErrorBody.of(reason));
    }

    private Flux<Output> subscribe(WebSocketMessage.Subscribe subscribe, long memory) {
        Flux<CallerIdentity> resolution = callers;
        if (resolution == null) {
            return Flux.just(UNAUTHORIZED);
        }
        String id = subscribe.id();
        return operations.isRunning(id)
                ? Flux.just(new Output.Close(4409, "Subscriber for " + id + " already exists"))
                : operations.run(id, subscribe.operation(), memory, resolution, host);
    }

    private static Output text(String message) {
        return new Output.Text(message);
    }
}
