package ft.transcendence.subgraph.live;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class LiveStreamsTests {

    private final UUID user = UUID.randomUUID();
    private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
    private final LiveStreams streams = new LiveStreams(Clock.systemUTC(), timer);
    private final Sinks.Many<String> updates = Sinks.many().multicast().directBestEffort();

    @Test
    void readsAtFirstAndOnEachUpdate() {
        StepVerifier.create(streams.occasions(user, updates.asFlux()))
                .expectNext(user)
                .then(() -> updates.tryEmitNext("changed"))
                .expectNext(user)
                .thenCancel()
                .verify();
    }

    /** What is not told is seen a minute later. */
    @Test
    void readsOnceAMinuteWithoutUpdates() {
        StepVerifier.create(streams.occasions(user, updates.asFlux()))
                .expectNext(user)
                .then(() -> timer.advanceTimeBy(Duration.ofSeconds(59)))
                .then(() -> timer.advanceTimeBy(Duration.ofSeconds(1)))
                .expectNext(user)
                .then(() -> timer.advanceTimeBy(Duration.ofMinutes(1)))
                .expectNext(user)
                .thenCancel()
                .verify();
    }

    @Test
    void countsUpdatesDuringAReadingAsOne() {
        StepVerifier.create(streams.occasions(user, updates.asFlux()), 1)
                .expectNext(user)
                .then(() -> {
                    for (int number = 0; number < 100; number++) {
                        updates.tryEmitNext("changed");
                    }
                })
                .thenRequest(1)
                .expectNext(user)
                .thenRequest(1)
                .expectNextCount(1) // the last of them: the first was already on its way
                .thenRequest(1)
                .expectTimeout(Duration.ofMillis(50))
                .verify();
    }
}
