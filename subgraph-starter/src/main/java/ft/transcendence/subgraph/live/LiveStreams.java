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

    private final Clock clock;

    LiveStreams(Clock clock) {
        this.clock = clock;
    }

    /**
     * Occasions on which a stream reads its user's data: at first, and on each of these, where those that arrive while it
     * reads are one. It subscribes to them before it reads, so that no change is missed in between. Ends when the
     * caller's access token expires.
     */
    public Flux<UUID> readings(UUID user, Flux<?>... occasions) {
        List<Flux<UUID>> all = new ArrayList<>();
        for (Flux<?> each : occasions) {
            all.add(each.map(_ -> user).onBackpressureLatest());
        }
        all.add(Flux.just(user));
        return untilTokenExpires(Flux.merge(Flux.fromIterable(all), all.size(), 1));
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
