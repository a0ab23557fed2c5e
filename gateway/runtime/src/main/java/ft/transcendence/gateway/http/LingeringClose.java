package ft.transcendence.gateway.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Postpones the close of a connection while its client still sends a request whose response is already written, such as a body that
 * is too large. If it were closed with unread bytes, the kernel would reset it, and the client could lose the response.
 *
 * <p>The rest of the request is discarded until it ends, the client closes, or it exceeds a number of bytes. {@link ReceiveTimeout}
 * limits the time: it closes the connection a second time, and that is not postponed.
 */
final class LingeringClose extends ChannelDuplexHandler {
    private final long maxDiscardedBytes;
    private boolean receiving;
    private boolean informational;
    private int pendingResponses;
    private boolean lingering;
    private long discardedBytes;

    private LingeringClose(long maxDiscardedBytes) {
        this.maxDiscardedBytes = maxDiscardedBytes;
    }

    /** Postpones the close of a channel until the requests that its codec decodes have ended. */
    static void install(Channel channel, String codec, long maxDiscardedBytes) {
        channel.pipeline().addAfter(codec, null, new LingeringClose(maxDiscardedBytes));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            receiving = true;
            pendingResponses++;
        }
        if (message instanceof LastHttpContent) {
            receiving = false;
        }
        if (lingering) {
            discard(context, message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void discard(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpContent part) {
            discardedBytes += part.content().readableBytes();
        }
        ReferenceCountUtil.release(message);
        if (!receiving || discardedBytes > maxDiscardedBytes) {
            context.close();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.fireChannelReadComplete();
        if (lingering) {
            context.read();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            informational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }
        if (message instanceof LastHttpContent && !informational) {
            pendingResponses--;
        }
        context.write(message, promise);
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (lingering || !receiving || pendingResponses > 0) {
            context.close(promise);
            return;
        }
        lingering = true;
        context.channel().closeFuture().addListener(closed -> promise.trySuccess());
        context.read();
    }
}
