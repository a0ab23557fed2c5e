package ft.transcendence.gateway.identity;

import ft.transcendence.gateway.sharedstate.RedisConnection;
import ft.transcendence.gateway.sharedstate.SharedState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Exchanges revoked sessions with the other gateways, if they share a Redis: adds those that this one receives to a stream, and follows
 * it. After a start and after each outage it reads what the time revocations are remembered covers, so nothing is missed. The server
 * starts after the first reading, or without it when Redis does not answer in time.
 *
 * <p>During an outage each gateway continues with what it knows. What it receives meanwhile is kept, and sent afterwards.
 */
@Component
final class SharedRevocations implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SharedRevocations.class);
    private static final Duration RETRY_DELAY = Duration.ofMillis(500);
    private static final int MAX_UNSENT = 10_000;

    private final SharedState state;
    private final RevokedSessions revokedSessions;
    private final InstantSource clock;
    private final RevocationStream stream;
    /** Guarded by its own monitor. */
    private final Queue<Revocation> unsent = new ArrayDeque<>();

    private final AtomicBoolean sending = new AtomicBoolean();
    private final Disposable.Swap following = Disposables.swap();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private volatile boolean running;

    SharedRevocations(SharedState state, RevokedSessions revokedSessions, InstantSource clock) {
        this.state = state;
        this.revokedSessions = revokedSessions;
        this.clock = clock;
        this.stream =
                new RevocationStream(state.key("revocations"), RevokedSessions.REMEMBERED, RevokedSessions.MAX_ENTRIES);
    }

    @Override
    public void start() {
        running = true;
        if (!state.isShared()) {
            return;
        }
        revokedSessions.onRevocation(this::publish);
        RedisConnection redis = state.openWaitingConnection();
        following.update(Mono.defer(() -> catchUp(redis))
                .flatMap(position -> follow(redis, position))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, RETRY_DELAY)
                        .doBeforeRetry(retry -> LOG.debug(
                                "Revocations cannot be read: {}",
                                retry.failure().toString())))
                .subscribe());
        awaitFirstReading();
    }

    private void awaitFirstReading() {
        try {
            if (!caughtUp.await(state.properties().timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "Starting without the sessions that other gateways have revoked; they are read as soon as Redis answers");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads everything that may still matter. The position after it. */
    private Mono<String> catchUp(RedisConnection redis) {
        String beginning = RevocationStream.positionAt(clock.instant().minus(RevokedSessions.REMEMBERED));
        return stream.read(redis, beginning)
                .expand(page -> {
                    page.revocations().forEach(revokedSessions::add);
                    return page.isLast() ? Mono.empty() : stream.read(redis, page.next());
                })
                .last()
                .doOnNext(page -> {
                    caughtUp.countDown();
                    send();
                })
                .map(RevocationStream.Page::next);
    }

    private Mono<Void> follow(RedisConnection redis, String position) {
        return stream.await(redis, position)
                .expand(page -> {
                    page.revocations().forEach(revokedSessions::add);
                    send();
                    return stream.await(redis, page.next());
                })
                .then();
    }

    private void publish(Revocation revocation) {
        synchronized (unsent) {
            if (unsent.size() == MAX_UNSENT) {
                LOG.error("Other gateways will not learn of a revoked session: too many wait for Redis");
                return;
            }
            unsent.add(revocation);
        }
        send();
    }

    /** Sends one after another, until nothing is left or Redis fails. */
    private void send() {
        if (!sending.compareAndSet(false, true)) {
            return;
        }
        Revocation next = peek();
        if (next == null) {
            sending.set(false);
            if (peek() != null) {
                send(); // another thread has just added it
            }
            return;
        }
        stream.add(state.connection(), next)
                .subscribe(
                        sent -> {},
                        failure -> {
                            sending.set(false);
                            LOG.warn("A revoked session waits until Redis answers: {}", failure.toString());
                        },
                        () -> {
                            synchronized (unsent) {
                                unsent.remove();
                            }
                            sending.set(false);
                            send();
                        });
    }

    private @Nullable Revocation peek() {
        synchronized (unsent) {
            return unsent.peek();
        }
    }

    @Override
    public void stop() {
        running = false;
        following.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before the web server. */
    @Override
    public int getPhase() {
        return 0;
    }
}
