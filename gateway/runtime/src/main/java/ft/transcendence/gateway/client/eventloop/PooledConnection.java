package ft.transcendence.gateway.client.eventloop;

import ft.transcendence.gateway.body.BodyCollector;
import ft.transcendence.gateway.body.BodyTooLargeException;
import ft.transcendence.gateway.client.PostFailedException;
import ft.transcendence.gateway.client.PostFailedException.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection: sends a request, collects the response, and is then free for the next request. One timer serves the connection
 * rather than each request: it checks from time to time how long the request has been running, and ends it, or the
 * connection when it is idle. Bytes that trickle in do not prolong a request.
 */
final class PooledConnection extends ChannelInboundHandlerAdapter {
    private final ConnectionPool pool;
    private final Channel channel;
    /** When the current request was sent, or else when the last one ended. */
    private long activeAt;

    private @Nullable EventLoopPostRequest current;
    private @Nullable BodyCollector body;
    private int status;
    private HttpHeaders headers = EmptyHttpHeaders.INSTANCE;
    private boolean isPersistent;
    private boolean becomesFree;

    PooledConnection(ConnectionPool pool, Channel channel) {
        this.pool = pool;
        this.channel = channel;
        this.activeAt = pool.nanoTime();
    }

    /** Starts the timer. */
    void open() {
        watchFor(pool.idleNanos());
    }

    boolean isActive() {
        return channel.isActive();
    }

    void send(EventLoopPostRequest post) {
        ByteBuf request = pool.head().write(post, channel.alloc());
        current = post;
        post.sentOn(this);
        activeAt = pool.nanoTime();
        channel.writeAndFlush(request, channel.voidPromise());
    }

    void close() {
        channel.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (current == null || !(message instanceof HttpObject part)) {
                fail(Reason.MALFORMED, "The peer sent something without a request", null);
            } else if (part.decoderResult().isFailure()) {
                fail(
                        Reason.MALFORMED,
                        "The response is malformed",
                        part.decoderResult().cause());
            } else {
                read(part);
            }
        } catch (BodyTooLargeException tooLarge) {
            fail(Reason.TOO_LONG, "The response is too long", tooLarge);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(HttpObject part) {
        if (part instanceof HttpResponse response) {
            begin(response);
        }
        // an interim response has no body (RFC 9110, 15.2)
        if (part instanceof HttpContent content && body != null) {
            body.add(content.content());
            if (part instanceof LastHttpContent) {
                finish(body);
            }
        }
    }

    private void begin(HttpResponse response) {
        status = response.status().code();
        if (status == HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
            fail(Reason.MALFORMED, "The peer switched protocols unrequested", null);
        } else if (response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            isPersistent = HttpUtil.isKeepAlive(response);
            headers = response.headers();
            body = BodyCollector.after(response.headers(), pool.maxResponseSize());
        }
    }

    private void finish(BodyCollector whole) {
        EventLoopPostRequest finished = current;
        current = null;
        body = null;
        activeAt = pool.nanoTime();
        if (isPersistent) {
            becomesFree = true;
        } else {
            close();
        }
        if (finished != null) {
            finished.onResponse(status, headers, whole.toBytes());
        }
    }

    /**
     * Only now is the connection free: surplus bytes after a response must not pass for the next response. A response that ends
     * with its connection (RFC 9112, 6.3) leaves none to reuse.
     */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (becomesFree && channel.isActive()) {
            becomesFree = false;
            pool.free(this);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        pool.closed(this);
        fail(Reason.BROKEN_OFF, "The connection was closed before the response was complete", null);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        fail(Reason.BROKEN_OFF, "The connection failed", cause);
    }

    private void fail(Reason reason, String message, @Nullable Throwable cause) {
        EventLoopPostRequest failed = current;
        current = null;
        body = null;
        becomesFree = false;
        close();
        if (failed != null) {
            failed.onFailure(new PostFailedException(reason, message, cause));
        }
    }

    private void watchFor(long nanos) {
        // at the latest when the next request could time out
        long delay = Math.min(nanos, pool.responseNanos());
        channel.eventLoop().schedule(this::watch, delay, TimeUnit.NANOSECONDS);
    }

    private void watch() {
        if (!channel.isActive()) {
            return;
        }
        long left = (current == null ? pool.idleNanos() : pool.responseNanos()) - (pool.nanoTime() - activeAt);
        if (left > 0) {
            watchFor(left);
        } else {
            fail(Reason.TIMED_OUT, "No response in time", null);
        }
    }
}
