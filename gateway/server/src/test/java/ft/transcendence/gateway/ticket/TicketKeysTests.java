package ft.transcendence.gateway.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class TicketKeysTests {
    private static final Mono<byte[]> UNREACHABLE = Mono.error(new IllegalStateException("unreachable"));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final AtomicReference<Mono<byte[]>> response = new AtomicReference<>(document("first"));
    private final AtomicInteger fetches = new AtomicInteger();
    private final TicketKeys keys = new TicketKeys(
            () -> {
                fetches.incrementAndGet();
                return response.get();
            },
            now::get);

    @Test
    void areFetchedAtMostOncePerMinute() {
        assertThat(current()).isEqualTo("first");
        response.set(document("second"));
        pass(Duration.ofSeconds(59));
        assertThat(current()).isEqualTo("first");
        assertThat(fetches).hasValue(1);

        pass(Duration.ofSeconds(2));

        assertThat(current()).isEqualTo("second");
        assertThat(fetches).hasValue(2);
    }

    @Test
    void areFetchedOnceForManyCallers() {
        Sinks.One<byte[]> slow = Sinks.one();
        response.set(slow.asMono());
        CompletableFuture<byte @Nullable []> one = keys.current().toFuture();
        CompletableFuture<byte @Nullable []> two = keys.current().toFuture();

        slow.tryEmitValue("late".getBytes(UTF_8));

        assertThat(new String(one.join(), UTF_8)).isEqualTo("late");
        assertThat(new String(two.join(), UTF_8)).isEqualTo("late");
        assertThat(fetches).hasValue(1);
    }

    @Test
    void areKeptForADayWhenTheSubgraphIsUnavailable() {
        current();
        response.set(UNREACHABLE);

        pass(Duration.ofHours(23));
        assertThat(current()).isEqualTo("first");
        assertThat(current()).isEqualTo("first");
        assertThat(fetches).as("attempts, which have a pause of five seconds").hasValue(2);

        pass(Duration.ofHours(2));
        assertThat(current()).isEmpty();
    }

    @Test
    void areFetchedAgainAfterAnOutageAtTheStart() {
        response.set(UNREACHABLE);
        assertThat(current()).isEmpty();
        assertThat(current()).isEmpty();
        assertThat(fetches).hasValue(1);

        response.set(document("first"));
        pass(Duration.ofSeconds(6));

        assertThat(current()).isEqualTo("first");
    }

    private String current() {
        return keys.current()
                .map(document -> new String(document, UTF_8))
                .blockOptional()
                .orElse("");
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private static Mono<byte[]> document(String text) {
        return Mono.just(text.getBytes(UTF_8));
    }
}
