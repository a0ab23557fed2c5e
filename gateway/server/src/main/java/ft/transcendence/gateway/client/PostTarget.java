package ft.transcendence.gateway.client;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Where requests go: one address with its connections. From any thread; on an event loop a request stays on that loop. */
public final class PostTarget {
    private final EventLoopGroup loops;
    private final Connector connector;
    private final RequestHead head;
    private final ClientSettings settings;
    private final int connectionsPerLoop;
    private final long responseNanos;
    private final ConcurrentMap<EventLoop, ConnectionPool> pools = new ConcurrentHashMap<>();

    /** @param loops whose {@code next()} is the caller's own loop, when it is on one */
    PostTarget(
            EventLoopGroup loops,
            int loopCount,
            Connector connector,
            RequestHead head,
            ClientSettings settings,
            Duration responseTimeout) {
        this.loops = loops;
        this.connector = connector;
        this.head = head;
        this.settings = settings;
        this.connectionsPerLoop = Math.ceilDiv(settings.maxConnections(), loopCount);
        this.responseNanos = responseTimeout.toNanos();
    }

    /**
     * Sends a request.
     *
     * @param body from its position to its limit; must not change until the outcome is known
     * @param headers beside those all requests have
     */
    public PostRequest post(ByteBuffer body, List<Header> headers, PostCallback callback) {
        EventLoop loop = loops.next();
        ConnectionPool pool = pools.get(loop);
        if (pool == null) {
            pool = pools.computeIfAbsent(loop, this::newPool);
        }
        PostRequest post = new PostRequest(pool, body, headers, callback);
        pool.start(post);
        return post;
    }

    private ConnectionPool newPool(EventLoop loop) {
        return new ConnectionPool(loop, connector, head, settings, connectionsPerLoop, responseNanos);
    }

    void close() {
        pools.values().forEach(ConnectionPool::close);
    }
}
