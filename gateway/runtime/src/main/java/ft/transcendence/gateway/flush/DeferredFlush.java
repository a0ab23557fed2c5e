package ft.transcendence.gateway.flush;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sends what was written to a connection a little later, together with the other connections of its event loop.
 *
 * <p>A loop handles the events of many connections in one turn. If each of them is sent at once, each wakes up its receiver, which
 * has gone back to sleep by the time of the next one; waking a sleeping thread costs about as much as sending. Receivers that get
 * everything together are woken up once.
 */
public final class DeferredFlush extends ChannelOutboundHandlerAdapter {
    private @Nullable FlushQueue queue;
    private @Nullable ChannelHandlerContext context;
    private boolean waiting;

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        queue = FlushQueue.ofCurrentLoop();
    }

    @Override
    public void flush(ChannelHandlerContext from) {
        if (!waiting) {
            waiting = true;
            Objects.requireNonNull(queue).add(this, from.executor());
        }
    }

    /** Sends now what is waiting. */
    void flush() {
        if (waiting) {
            waiting = false;
            Objects.requireNonNull(context).flush();
        }
    }

    /** Closing discards what has not been sent. */
    @Override
    public void close(ChannelHandlerContext from, ChannelPromise promise) {
        flush();
        from.close(promise);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        flush();
    }
}
