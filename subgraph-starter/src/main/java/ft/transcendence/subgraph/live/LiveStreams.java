package ft.transcendence.subgraph.live;

import ft.transcendence.subgraph.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Makes the streams of subscriptions from live updates. */
public class LiveStreams {

    /** Fetching the selected fields can take time, which must not delay other streams. */
    private static final Scheduler FETCHERS =
            Schedulers.fromExecutor(command -> Thread.ofVirtual().name("live").start(command));

    /** How often a stream reads without an occasion, because an update can be lost. */
    private static final Duration BETWEEN_READINGS = Duration.ofMinutes(1);

    private final Clock clock;
    private final Scheduler timer;

    /** @param timer measures the time between readings */
    LiveStreams(Clock clock, Scheduler timer) {
        this.clock = clock;
        this.timer = timer;
    }

    /**
     * Occasions on which a stream reads its user's data: at first, on each of these, and once a minute. Those that arrive
     * while it reads are one. It subscribes to them before it reads, so that no change is missed in between. Ends when
     * the caller's access token expires.
     */
    public Flux<UUID> readings(UUID user, Flux<?>... occasions) {
        return untilTokenExpires(occasions(user, occasions));
    }

    Flux<UUID> occasions(UUID user, Flux<?>... others) {
        List<Flux<UUID>> all = new ArrayList<>();
        for (Flux<?> each : others) {
            all.add(latest(each, user));
        }
        all.add(latest(Flux.interval(BETWEEN_READINGS, timer), user));
        all.add(Flux.just(user));
        return Flux.merge(Flux.fromIterable(all), all.size(), 1);
    }

    private static Flux<UUID> latest(Flux<?> occasions, UUID user) {
        return occasions.map(_ -> user).onBackpressureLatest();
    }

    /**
     * A stream that ends when the caller's access token expires. Its events are fetched one at a time, on other threads
     * than the updates arrive on.
     */
    public <T> Flux<T> untilTokenExpires(Flux<T> updates) {
        Instant expiry = Objects.requireNonNull(Caller.required().token().getExpiresAt());
        Duration left = Duration.between(clock.instant(), expiry);
        // a token is accepted for a moment after its expiry, and Reactor fails for durations below zero
        return left.isPositive() ? updates.take(left).publishOn(FETCHERS, 1) : Flux.empty();
    }
}
