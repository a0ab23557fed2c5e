package ft.transcendence.gateway.client.eventloop;

import ft.transcendence.gateway.client.ClientSettings;
import ft.transcendence.gateway.client.ConnectionUse;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.client.PostCallback;
import ft.transcendence.gateway.client.PostRequest;
import ft.transcendence.gateway.client.PostTarget;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One address and its connections. Thread-safe; a request started on an event loop stays on that loop. */
final class EventLoopPostTarget implements PostTarget {
    private final EventLoopGroup loops;
    private final Connector connector;
    private final RequestHead head;
    private final ClientSettings settings;
    private final int connectionsPerLoop;
    private final long responseNanos;
    private final ConcurrentMap<EventLoop, ConnectionPool> pools = new ConcurrentHashMap<>();

    /** @param loops their {@code next()} is the current event loop, when called on one */
    EventLoopPostTarget(
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

    @Override
    public PostRequest post(ByteBuffer body, List<Header> headers, PostCallback callback) {
        EventLoop loop = loops.next();
        ConnectionPool pool = pools.get(loop);
        if (pool == null) {
            pool = pools.computeIfAbsent(loop, this::newPool);
        }
        EventLoopPostRequest post = new EventLoopPostRequest(pool, body, headers, callback);
        pool.start(post);
        return post;
    }

    @Override
    public ConnectionUse connections() {
        return pools.values().stream().map(ConnectionPool::use).reduce(ConnectionUse.NONE, ConnectionUse::plus);
    }

    private ConnectionPool newPool(EventLoop loop) {
        return new ConnectionPool(loop, connector, head, settings, connectionsPerLoop, responseNanos);
    }

    void close() {
        pools.values().forEach(ConnectionPool::close);
    }
}
