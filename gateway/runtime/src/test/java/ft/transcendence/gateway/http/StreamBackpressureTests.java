package ft.transcendence.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class StreamBackpressureTests {
    private static final Duration STALL = Duration.ofSeconds(60);

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final StreamBackpressure connection = new StreamBackpressure(channel, STALL);

    StreamBackpressureTests() {
        channel.pipeline().addLast(connection);
    }

    @Test
    void sendsPartsWhileTheChannelIsWritable() {
        StepVerifier.create(connection.pace(Flux.just(1, 2, 3)))
                .expectNext(1, 2, 3)
                .verifyComplete();
    }

    @Test
    void waitsWhileTheChannelIsNotWritable() {
        full(true);
        StepVerifier.withVirtualTime(() -> connection.pace(Flux.just(1, 2)))
                .expectSubscription()
                .expectNoEvent(STALL.minusSeconds(1))
                .then(() -> full(false))
                .expectNext(1, 2)
                .verifyComplete();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void closesTheConnectionOfAStalledClient() {
        full(true);
        StepVerifier.withVirtualTime(() -> connection.pace(Flux.just(1)))
                .expectSubscription()
                .expectNoEvent(STALL)
                .then(() -> assertThat(channel.isOpen()).isFalse())
                .thenCancel()
                .verify();
    }

    @Test
    void keepsTheConnectionOfASlowClient() {
        full(true);
        StepVerifier.withVirtualTime(() -> connection.pace(Flux.range(1, 5)))
                .expectSubscription()
                .expectNoEvent(STALL.minusSeconds(1))
                .then(() -> full(false))
                .expectNext(1, 2, 3, 4, 5)
                .verifyComplete();
        assertThat(channel.isOpen()).isTrue();
    }

    private void full(boolean full) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, !full);
        channel.runPendingTasks();
    }
}
