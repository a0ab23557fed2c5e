package ft.transcendence.gateway.flush;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All connections are on one event loop, that of the test's thread. */
class DeferredFlushTests {
    private final List<EmbeddedChannel> connections = new ArrayList<>();
    private int flushes;

    @AfterEach
    void release() {
        connections.forEach(EmbeddedChannel::runPendingTasks);
        connections.forEach(EmbeddedChannel::finishAndReleaseAll);
    }

    @Test
    void flushesOnceAtTheEndOfTheTurn() {
        EmbeddedChannel connection = connect();

        connection.pipeline().write("one");
        connection.pipeline().write("two");
        connection.pipeline().flush();
        connection.pipeline().flush();
        assertThat(connection.outboundMessages()).isEmpty();

        connection.runPendingTasks();
        assertThat(connection.outboundMessages()).containsExactly("one", "two");
        assertThat(flushes).isEqualTo(1);
    }

    @Test
    void flushesAgainInTheNextTurn() {
        EmbeddedChannel connection = connect();

        connection.pipeline().writeAndFlush("one");
        connection.runPendingTasks();
        connection.pipeline().writeAndFlush("two");
        connection.runPendingTasks();

        assertThat(connection.outboundMessages()).containsExactly("one", "two");
        assertThat(flushes).isEqualTo(2);
    }

    @Test
    void connectionsWaitForNoMoreThanAFewOthers() {
        for (int i = 0; i < FlushQueue.MOST; i++) {
            assertThat(flushes).isZero();
            connect().pipeline().writeAndFlush("response");
        }

        assertThat(flushes).isEqualTo(FlushQueue.MOST);
        assertThat(connections).allSatisfy(connection -> assertThat(connection.outboundMessages())
                .containsExactly("response"));
    }

    @Test
    void sendsWhatIsWrittenBeforeTheConnectionIsClosed() {
        EmbeddedChannel connection = connect();

        connection.pipeline().writeAndFlush("last");
        connection.pipeline().close();

        assertThat(connection.outboundMessages()).containsExactly("last");
    }

    @Test
    void sendsWhatIsWrittenWhenItIsRemoved() {
        EmbeddedChannel connection = connect();

        connection.pipeline().writeAndFlush("one");
        connection.pipeline().remove(DeferredFlush.class);

        assertThat(connection.outboundMessages()).containsExactly("one");
    }

    @Test
    void whatIsWrittenWhileOthersAreFlushedIsSentAsWell() {
        EmbeddedChannel first = connect();
        EmbeddedChannel second = connect();

        first.pipeline().writeAndFlush("response").addListener(sent -> second.pipeline()
                .writeAndFlush("next"));
        first.runPendingTasks();

        assertThat(second.outboundMessages()).containsExactly("next");
    }

    private EmbeddedChannel connect() {
        EmbeddedChannel connection = new EmbeddedChannel(new CountedFlushes(), new DeferredFlush());
        connections.add(connection);
        return connection;
    }

    private final class CountedFlushes extends ChannelOutboundHandlerAdapter {
        @Override
        public void flush(ChannelHandlerContext context) {
            flushes++;
            context.flush();
        }
    }
}
