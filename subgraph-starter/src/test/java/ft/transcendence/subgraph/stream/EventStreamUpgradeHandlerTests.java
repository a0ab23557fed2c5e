package ft.transcendence.subgraph.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.WebConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/** Simulates a Tomcat whose socket is full or closed. */
class EventStreamUpgradeHandlerTests {

    private static final long SECOND = 1_000;
    private static final int KEEP_ALIVE = 10;
    private static final int PATIENCE = 30;

    private final EventStreamRegistry streams = new EventStreamRegistry(
            new StreamProperties(1, 1, Duration.ofSeconds(KEEP_ALIVE), Duration.ofSeconds(PATIENCE)),
            JsonMapper.shared());
    private final EventStreamUpgradeHandler connection = new EventStreamUpgradeHandler();
    private final SocketWrapperBase<?> socket = mock();
    private final WebConnection webConnection = mock();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final List<Long> demand = new ArrayList<>();
    private final Sinks.Many<byte[]> events = Sinks.many().unicast().onBackpressureBuffer();
    private long now = 1_000_000;

    @BeforeEach
    void begin() throws IOException {
        doAnswer(call -> {
                    sent.write(call.getArgument(1), call.getArgument(2), call.getArgument(3));
                    return null;
                })
                .when(socket)
                .write(anyBoolean(), any(byte[].class), anyInt(), anyInt());
        streams.start();
        connection.setSocketWrapper(socket);
        connection.start(Flux.from(events.asFlux()).doOnRequest(demand::add).doOnCancel(() -> demand.add(0L)), streams);
        connection.init(webConnection);
    }

    @Test
    void requestsTheNextEventWhenTheLastWasWritten() throws IOException {
        assertThat(demand).containsExactly(1L);
        publish("a");
        assertThat(demand).containsExactly(1L, 1L);

        full(true);
        publish("b");
        assertThat(demand).containsExactly(1L, 1L);
        verify(socket).registerWriteInterest();

        full(false);
        assertThat(connection.upgradeDispatch(SocketEvent.OPEN_WRITE)).isEqualTo(SocketState.UPGRADED);
        assertThat(demand).containsExactly(1L, 1L, 1L);
        assertThat(text()).isEqualTo("ab");
    }

    @Test
    void closesWhenEverythingWasWritten() throws IOException {
        full(true);
        publish("a");
        events.tryEmitComplete();
        assertOpen();

        full(false);
        connection.upgradeDispatch(SocketEvent.OPEN_WRITE);
        assertThat(text()).isEqualTo("a" + new String(ServerSentEvent.COMPLETE, StandardCharsets.US_ASCII));
        assertClosed();
    }

    @Test
    void sendsAKeepAliveCommentWhenIdle() {
        pass(KEEP_ALIVE - 1);
        publish("a");
        pass(KEEP_ALIVE - 1);
        assertThat(text()).isEqualTo("a");

        pass(3);
        assertThat(text()).isEqualTo("a" + comment());
        pass(KEEP_ALIVE + 1);
        assertThat(text()).isEqualTo("a" + comment() + comment());
    }

    @Test
    void closesWhenTheClientAcceptsNothing() throws IOException {
        pass(1);
        full(true);
        publish("a");
        pass(PATIENCE - 1);
        assertOpen();

        pass(2);
        assertClosed();
        assertThat(text()).isEqualTo("a");
    }

    @Test
    void cancelsWhenTheConnectionCloses() throws IOException {
        when(socket.read(anyBoolean(), any(byte[].class), anyInt(), anyInt())).thenReturn(3, 0, -1);
        assertThat(connection.upgradeDispatch(SocketEvent.OPEN_READ)).isEqualTo(SocketState.UPGRADED);
        assertOpen();

        assertThat(connection.upgradeDispatch(SocketEvent.OPEN_READ)).isEqualTo(SocketState.CLOSED);
        assertClosed();
    }

    @Test
    void cancelsWhenWritingFails() throws IOException {
        doThrow(new IOException("Broken pipe")).when(socket).write(anyBoolean(), any(byte[].class), anyInt(), anyInt());
        publish("a");
        assertClosed();
    }

    @Test
    void closesWithoutCompletionWhenTheEventsFail() {
        publish("a");
        events.tryEmitError(new IllegalStateException("broken")).orThrow();

        assertThat(text()).isEqualTo("a");
        assertClosed();
    }

    @Test
    void closesWhenTheServerStops() {
        connection.timeoutAsync(-1);
        assertClosed();
    }

    @Test
    void sendsAnErrorWhenTheApplicationStops() {
        Runnable ended = mock();
        streams.stop(ended);

        assertThat(text()).contains("\"code\":\"UNAVAILABLE\"").endsWith("0\r\n\r\n");
        assertClosed();
        verify(ended).run();
    }

    @Test
    void doesNotDelayShutdownForASlowClient() throws IOException {
        full(true);
        publish("a");
        Runnable ended = mock();
        streams.stop(ended);

        assertThat(text()).isEqualTo("a");
        assertClosed();
        verify(ended).run();
    }

    @Test
    void rejectsNewStreamsDuringShutdown() {
        streams.stop();
        EventStreamUpgradeHandler late = new EventStreamUpgradeHandler();
        late.setSocketWrapper(socket);
        late.start(Flux.error(new AssertionError("subscribed")), streams);
        sent.reset();

        late.init(webConnection);

        assertThat(text()).contains("\"code\":\"UNAVAILABLE\"");
        assertThat(late.upgradeDispatch(SocketEvent.OPEN_READ)).isEqualTo(SocketState.CLOSED);
    }

    private void publish(String event) {
        events.tryEmitNext(event.getBytes(StandardCharsets.US_ASCII)).orThrow();
    }

    private void full(boolean full) throws IOException {
        when(socket.flush(false)).thenReturn(full);
    }

    /** Calls the handler once per second, as Tomcat does. */
    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            now += SECOND;
            connection.timeoutAsync(now);
        }
    }

    private String text() {
        return sent.toString(StandardCharsets.UTF_8);
    }

    private static String comment() {
        return new String(ServerSentEvent.KEEP_ALIVE, StandardCharsets.US_ASCII);
    }

    private void assertOpen() {
        verify(socket, never()).processSocket(any(), anyBoolean());
    }

    private void assertClosed() {
        verify(socket, times(1)).processSocket(SocketEvent.STOP, true);
        assertThat(connection.upgradeDispatch(SocketEvent.STOP)).isEqualTo(SocketState.CLOSED);
        connection.destroy();
        verify(socket, times(1)).processSocket(any(), anyBoolean());
    }
}
