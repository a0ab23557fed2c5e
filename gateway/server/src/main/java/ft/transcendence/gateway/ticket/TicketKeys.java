package ft.transcendence.gateway.ticket;

import ft.transcendence.gateway.singleflight.SingleFlight;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The public keys of tickets, fetched from the subgraph that signs them, at most once per interval whoever asks. While the
 * subgraph cannot be reached the last ones stay valid, because keys are published for long before and after they are needed.
 */
final class TicketKeys {
    private static final Logger LOG = LoggerFactory.getLogger(TicketKeys.class);

    /** Far below the time for which a new key is announced. */
    private static final Duration FETCHED_EVERY = Duration.ofMinutes(1);

    private static final Duration RETRIED_EVERY = Duration.ofSeconds(5);
    private static final Duration KEPT_IN_OUTAGE = Duration.ofHours(24);
    private static final String ALL = "all";

    private final Supplier<Mono<byte[]>> fetch;
    private final InstantSource clock;
    private final SingleFlight<String, Outcome> fetches = new SingleFlight<>();
    private final AtomicReference<@Nullable Outcome> last = new AtomicReference<>();

    TicketKeys(Supplier<Mono<byte[]>> fetch, InstantSource clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    /**
     * What is known after a fetch.
     *
     * @param keys the keys; empty if they could not be fetched for too long
     * @param fetchedAt when they were fetched
     * @param nextAt when to fetch them again
     */
    private record Outcome(Optional<byte[]> keys, Instant fetchedAt, Instant nextAt) {}

    /** The keys as a JSON Web Key Set; empty if they cannot be fetched, and were not for a day. */
    Mono<byte[]> current() {
        Outcome known = last.get();
        Mono<Outcome> outcome = known != null && clock.instant().isBefore(known.nextAt())
                ? Mono.just(known)
                : Mono.fromFuture(() -> fetches.share(ALL, () -> refreshed().toFuture()));
        return outcome.flatMap(result -> Mono.justOrEmpty(result.keys()));
    }

    private Mono<Outcome> refreshed() {
        return fetch.get()
                .map(keys -> new Outcome(
                        Optional.of(keys), clock.instant(), clock.instant().plus(FETCHED_EVERY)))
                .onErrorResume(failure -> Mono.just(kept(failure)))
                .doOnNext(last::set);
    }

    private Outcome kept(Throwable failure) {
        LOG.warn("The keys of tickets cannot be fetched: {}", failure.toString());
        Outcome known = last.get();
        Instant now = clock.instant();
        Instant nextAt = now.plus(RETRIED_EVERY);
        return known == null
                ? new Outcome(Optional.empty(), Instant.EPOCH, nextAt)
                : new Outcome(
                        known.keys().filter(_ -> now.isBefore(known.fetchedAt().plus(KEPT_IN_OUTAGE))),
                        known.fetchedAt(),
                        nextAt);
    }
}
