package ft.transcendence.gateway.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Limits the time for a request to arrive, head and body: a client that sends byte by byte would hold a connection and the memory
 * of its request for nothing.
 *
 * <p>It starts with the first byte, not with the connection: waiting for the next request is the server's idle timeout. It ends
 * with the last byte: the time of the response has a limit of its own, and a WebSocket never ends. A request that arrives in one
 * piece, as nearly all do, costs no timer.
 */
final class ReceiveTimeout {
    private final Duration limit;
    private boolean partial;
    private @Nullable Future<?> deadline;

    private ReceiveTimeout(Duration limit) {
        this.limit = limit;
    }

    /** Watches the requests that the codec of a channel decodes. */
    static void watch(Channel channel, String codec, Duration limit) {
        ReceiveTimeout watched = new ReceiveTimeout(limit);
        Bytes bytes = watched.new Bytes();
        channel.pipeline().addBefore(codec, null, bytes).addAfter(codec, null, watched.new Messages(bytes));
    }

    private void begin(Channel channel) {
        deadline = channel.eventLoop().schedule(() -> channel.close(), limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void end() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    /** In front of the codec: bytes that did not complete a request are part of one. */
    private final class Bytes extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            partial = true;
            context.fireChannelRead(bytes);
            if (partial && deadline == null && !context.isRemoved()) {
                begin(context.channel());
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            end();
            context.fireChannelInactive();
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext context) {
            end();
        }
    }

    /** Behind the codec: sees the start and end of each request. */
    private final class Messages extends ChannelDuplexHandler {
        private final Bytes bytes;

        private Messages(Bytes bytes) {
            this.bytes = bytes;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                partial = true;
            }
            if (message instanceof LastHttpContent) {
                partial = false;
                end();
            }
            context.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof HttpResponse response
                    && response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
                // no more requests come on this connection
                ChannelPipeline pipeline = context.pipeline();
                pipeline.remove(bytes);
                context.write(message, promise);
                pipeline.remove(this);
                return;
            }
            context.write(message, promise);
        }
    }
}
