package ft.transcendence.gateway.client.eventloop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.client.ClientSettings;
import ft.transcendence.gateway.client.PostFailedException.Reason;
import ft.transcendence.gateway.client.RawServer.Recorded;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.NoopAddressResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long the client waits for a response, for a connection, and before it closes an idle one. The tests move the event loop's clock. */
class ClientTimeoutTests {
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofSeconds(3);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final MockTicker time = Ticker.newMockTicker();
    private final EmbeddedChannel loop = EmbeddedChannel.builder().ticker(time).build();
    private final EmbeddedChannel channel =
            EmbeddedChannel.builder().register(false).build();
    private final ConnectionPool pool = new ConnectionPool(
            loop.eventLoop(),
            new Connector(
                    () -> channel,
                    new Unresolved(),
                    InetSocketAddress.createUnresolved("target", 80),
                    null,
                    Duration.ofSeconds(1)),
            new RequestHead(URI.create("http://target/"), List.of()),
            new ClientSettings(Duration.ofSeconds(1), IDLE, 1, 10_000),
            1,
            RESPONSE_TIMEOUT.toNanos());

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void timesOutASilentTargetAndClosesTheConnection() {
        Recorded outcome = post();
        pass(RESPONSE_TIMEOUT.minus(MOMENT));
        // half a head is no response yet
        receive("HTTP/1.1 200 OK\r\n");
        assertThat(outcome.getNow()).isNull();

        pass(MOMENT);
        assertThat(outcome.getNow()).isEqualTo(Reason.TIMED_OUT);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void bytesThatTrickleInDoNotProlongARequest() {
        Recorded outcome = post();
        receive("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n");
        for (int i = 0; i < 4; i++) {
            assertThat(outcome.getNow()).isNull();
            receive("x");
            pass(RESPONSE_TIMEOUT.dividedBy(4));
        }
        assertThat(outcome.getNow()).isEqualTo(Reason.TIMED_OUT);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void idleTimeDoesNotCountTowardsTheNextRequest() {
        respond(post());
        pass(IDLE.minus(MOMENT));

        Recorded second = post();
        pass(RESPONSE_TIMEOUT.minus(MOMENT));
        assertThat(second.getNow()).isNull();

        pass(MOMENT);
        assertThat(second.getNow()).isEqualTo(Reason.TIMED_OUT);
    }

    @Test
    void closesAnIdleConnection() {
        respond(post());
        pass(IDLE.minus(MOMENT));
        assertThat(channel.isOpen()).isTrue();

        pass(MOMENT);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void keepsAConnectionInUse() {
        for (int i = 0; i < 4; i++) {
            respond(post());
            pass(IDLE.minus(MOMENT));
        }
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void timesOutWaitingForAConnection() {
        Recorded first = post();
        Recorded second = post();
        Recorded third = post();
        pass(RESPONSE_TIMEOUT.dividedBy(2));
        respond(first);

        pass(RESPONSE_TIMEOUT.dividedBy(2).minus(MOMENT));
        assertThat(third.getNow()).isNull();
        pass(MOMENT);
        assertThat(third.getNow()).isEqualTo(Reason.NO_CONNECTION_FREE);

        assertThat(second.getNow()).isNull();
        respond(second);
    }

    private Recorded post() {
        Recorded outcome = new Recorded();
        pool.start(new EventLoopPostRequest(pool, ByteBuffer.allocate(1), List.of(), outcome));
        loop.runPendingTasks();
        return outcome;
    }

    private void respond(Recorded recorded) {
        receive("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
        assertThat(recorded.getNow()).isEqualTo("200 ");
    }

    private void receive(String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, ISO_8859_1));
    }

    private void pass(Duration duration) {
        time.advance(duration.toNanos(), TimeUnit.NANOSECONDS);
        loop.runPendingTasks();
    }

    /** Leaves names unresolved. It keeps no resolver per event loop, since an embedded one does not report its end. */
    private static final class Unresolved extends AddressResolverGroup<SocketAddress> {
        @Override
        public AddressResolver<SocketAddress> getResolver(EventExecutor executor) {
            return newResolver(executor);
        }

        @Override
        protected AddressResolver<SocketAddress> newResolver(EventExecutor executor) {
            return new NoopAddressResolver(executor);
        }
    }
}
