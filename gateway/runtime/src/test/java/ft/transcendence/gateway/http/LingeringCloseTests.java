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

class LingeringCloseTests {
    private static final String HEAD = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n";

    private final EmbeddedChannel connection = new EmbeddedChannel();

    @BeforeEach
    void install() {
        connection.freezeTime();
        connection.pipeline().addLast("codec", new HttpServerCodec());
        LingeringClose.install(connection, "codec", 50);
        ReceiveTimeout.watch(connection, "codec", Duration.ofSeconds(10));
    }

    @AfterEach
    void release() {
        connection.finishAndReleaseAll();
    }

    @Test
    void closesAtOnceWhenTheRequestIsComplete() {
        receive(HEAD + "x".repeat(100));
        respondAndClose();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void closesAtOnceWithoutAResponse() {
        receive(HEAD + "x");
        connection.close();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void closesAtOnceWhenOnlyTheInterimResponseIsWritten() {
        receive(HEAD + "x");
        respond(HttpResponseStatus.CONTINUE);
        connection.close();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void discardsTheRestOfARefusedRequestBeforeItCloses() {
        receive(HEAD + "x".repeat(60));
        connection.releaseInbound();
        respondAndClose();
        receive("x".repeat(39));
        assertThat(connection.isOpen()).isTrue();
        receive("x");
        assertThat(connection.isOpen()).isFalse();
        assertThat(connection.<Object>readInbound()).isNull();
    }

    @Test
    void readsABoundedNumberOfBytes() {
        receive(HEAD);
        respondAndClose();
        receive("x".repeat(50));
        assertThat(connection.isOpen()).isTrue();
        receive("x");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void readsForABoundedTime() {
        receive(HEAD + "x");
        respondAndClose();
        pass(9_999);
        assertThat(connection.isOpen()).isTrue();
        pass(1);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void responseToAnEarlierRequestDoesNotPostponeTheClose() {
        receive(HEAD + "x".repeat(100) + HEAD + "x");
        respondAndClose();
        assertThat(connection.isOpen()).isFalse();
    }

    private void receive(String bytes) {
        connection.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.US_ASCII));
    }

    private void respondAndClose() {
        respond(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
        // an embedded channel's own close cancels all timers
        connection.pipeline().close();
    }

    private void respond(HttpResponseStatus status) {
        connection.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
    }

    private void pass(long milliseconds) {
        connection.advanceTimeBy(milliseconds, TimeUnit.MILLISECONDS);
        connection.runScheduledPendingTasks();
    }
}
