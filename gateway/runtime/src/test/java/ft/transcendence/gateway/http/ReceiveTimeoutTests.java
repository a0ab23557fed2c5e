package ft.transcendence.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiveTimeoutTests {
    private static final String HEAD = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n";

    private final EmbeddedChannel connection = new EmbeddedChannel();

    @BeforeEach
    void watch() {
        connection.freezeTime();
        connection.pipeline().addLast("codec", new HttpServerCodec());
        ReceiveTimeout.watch(connection, "codec", Duration.ofSeconds(10));
    }

    @AfterEach
    void release() {
        connection.finishAndReleaseAll();
    }

    @Test
    void closesTheConnectionOfAHeadSentByteByByte() {
        for (byte next : "GET /graphql?q=".getBytes(StandardCharsets.US_ASCII)) {
            assertThat(connection.isOpen()).isTrue();
            connection.writeInbound(Unpooled.copiedBuffer(new byte[] {next}));
            pass(700);
        }
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void headAndBodyShareOneDeadline() {
        receive(HEAD.substring(0, 20));
        pass(6_000);
        receive(HEAD.substring(20) + "12");
        pass(3_000);
        receive("3");
        assertThat(connection.isOpen()).isTrue();
        pass(1_000);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void neitherResponseNorIdleTimeCounts() {
        receive(HEAD + "1234");
        pass(60_000);
        receive(HEAD.substring(0, 20));
        pass(9_000);
        receive(HEAD.substring(20) + "1234");
        pass(60_000);
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void eachRequestHasItsOwnDeadline() {
        for (int i = 0; i < 3; i++) {
            receive(HEAD);
            pass(9_000);
            receive("1234");
        }
        assertThat(connection.isOpen()).isTrue();
        receive(HEAD);
        pass(10_000);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void appliesToAPipelinedRequest() {
        receive(HEAD + "1234" + HEAD + "12");
        pass(10_000);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void doesNotApplyToAnIdleConnection() {
        pass(60_000);
        connection.pipeline().fireChannelReadComplete();
        pass(60_000);
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void doesNotApplyToAWebSocket() {
        receive("GET /graphql HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n");
        connection.writeOutbound(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS));
        connection.pipeline().remove("codec");
        receive("a frame");
        pass(60_000);
        assertThat(connection.isOpen()).isTrue();
        assertThat(connection.pipeline().names()).hasSize(1);
    }

    @Test
    void closedConnectionLeavesNoTimerBehind() {
        receive(HEAD);
        connection.close();
        connection.runPendingTasks();
        assertThat(connection.hasPendingTasks()).isFalse();
    }

    private void receive(String bytes) {
        connection.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.US_ASCII));
    }

    private void pass(long milliseconds) {
        connection.advanceTimeBy(milliseconds, TimeUnit.MILLISECONDS);
        connection.runScheduledPendingTasks();
    }
}
