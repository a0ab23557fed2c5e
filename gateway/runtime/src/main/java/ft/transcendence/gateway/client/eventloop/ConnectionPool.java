package ft.transcendence.gateway.client.eventloop;

import ft.transcendence.gateway.client.ClientSettings;
import ft.transcendence.gateway.client.ConnectionUse;
import ft.transcendence.gateway.client.PostFailedException;
import ft.transcendence.gateway.client.PostFailedException.Reason;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.AbstractScheduledEventExecutor;
import io.netty.util.concurrent.Ticker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one event loop to one target. Everything happens on that loop, so there are no locks. The most recently used
 * connection is used next, so that surplus ones become idle and are closed.
 */
final class ConnectionPool {
    private final EventLoop loop;
    private final Ticker time;
    private final Connector connector;
    private final RequestHead head;
    private final ClientSettings settings;
    private final int maxConnections;
    private final long responseNanos;

    private final Deque<PooledConnection> idle = new ArrayDeque<>();
    private final Set<PooledConnection> open = new HashSet<>();
    private final Deque<EventLoopPostRequest> waiting = new ArrayDeque<>();
    private final LongAdder waits = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();
    private int connecting;
    private boolean watchingQueue;
    private boolean closed;

    /** @param responseNanos how long a request may take, and how long it may wait for a connection before */
    ConnectionPool(
            EventLoop loop,
            Connector connector,
            RequestHead head,
            ClientSettings settings,
            int maxConnections,
            long responseNanos) {
        this.loop = loop;
        this.time = loop instanceof AbstractScheduledEventExecutor timed ? timed.ticker() : Ticker.systemTicker();
        this.connector = connector;
        this.head = head;
        this.settings = settings;
        this.maxConnections = maxConnections;
        this.responseNanos = responseNanos;
    }

    /** For any thread, which may see an earlier number. */
    ConnectionUse use() {
        return new ConnectionUse(open.size(), waiting.size(), waits.sum(), waitedNanos.sum());
    }

    /** The time, by the clock of the event loop's timers. */
    long nanoTime() {
        return time.nanoTime();
    }

    RequestHead head() {
        return head;
    }

    long responseNanos() {
        return responseNanos;
    }

    long idleNanos() {
        return settings.maxIdleTime().toNanos();
    }

    long maxResponseSize() {
        return settings.maxResponseSize();
    }

    /** Runs the task at once when the current thread is the event loop. */
    void onEventLoop(Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
        } else {
            loop.execute(task);
        }
    }

    void start(EventLoopPostRequest post) {
        if (loop.inEventLoop()) {
            send(post);
            return;
        }
        try {
            loop.execute(() -> send(post));
        } catch (RejectedExecutionException stopped) {
            post.onFailure(isClosed(stopped));
        }
    }

    private void send(EventLoopPostRequest post) {
        if (post.isFinished()) {
            return;
        }
        if (closed) {
            post.onFailure(isClosed(null));
            return;
        }
        PooledConnection connection = pollIdle();
        if (connection != null) {
            connection.send(post);
        } else if (open.size() + connecting < maxConnections) {
            connectFor(post);
        } else {
            queue(post);
        }
    }

    private @Nullable PooledConnection pollIdle() {
        PooledConnection connection = idle.pollFirst();
        while (connection != null && !connection.isActive()) {
            connection = idle.pollFirst();
        }
        return connection;
    }

    private void connectFor(EventLoopPostRequest post) {
        connecting++;
        connector.connect(loop, channel -> new PooledConnection(this, channel), new Connector.Outcome() {
            @Override
            public void connected(Channel channel) {
                connecting--;
                PooledConnection connection = channel.pipeline().get(PooledConnection.class);
                if (closed) {
                    channel.close();
                    post.onFailure(isClosed(null));
                } else if (!connection.isActive()) {
                    notConnected(post, null);
                } else {
                    open.add(connection);
                    connection.open();
                    if (post.isFinished()) {
                        free(connection);
                    } else {
                        connection.send(post);
                    }
                }
            }

            @Override
            public void failed(Throwable cause) {
                connecting--;
                notConnected(post, cause);
            }
        });
    }

    private void notConnected(EventLoopPostRequest post, @Nullable Throwable cause) {
        post.onFailure(new PostFailedException(Reason.NOT_CONNECTED, "No connection could be opened: " + cause, cause));
        connectForNext();
    }

    /** Opens a connection for the next waiting request, in place of a lost one. */
    private void connectForNext() {
        EventLoopPostRequest next = closed ? null : pollWaiting();
        if (next != null) {
            connectFor(next);
        }
    }

    void free(PooledConnection connection) {
        EventLoopPostRequest next = pollWaiting();
        if (next == null) {
            idle.addFirst(connection);
        } else {
            connection.send(next);
        }
    }

    void closed(PooledConnection connection) {
        idle.remove(connection);
        if (open.remove(connection)) {
            connectForNext();
        }
    }

    /** Removes a request from the queue. */
    void forget(EventLoopPostRequest post) {
        if (waiting.remove(post)) {
            countWait(post);
        }
    }

    private @Nullable EventLoopPostRequest pollWaiting() {
        EventLoopPostRequest next = waiting.pollFirst();
        if (next != null) {
            countWait(next);
        }
        return next;
    }

    private void countWait(EventLoopPostRequest post) {
        waits.increment();
        waitedNanos.add(nanoTime() - post.waitingSince);
    }

    private void queue(EventLoopPostRequest post) {
        if (waiting.size() >= 2 * maxConnections) {
            post.onFailure(new PostFailedException(
                    Reason.NO_CONNECTION_FREE, waiting.size() + " requests already wait for a connection", null));
            return;
        }
        post.waitingSince = nanoTime();
        waiting.addLast(post);
        if (!watchingQueue) {
            watchQueue(responseNanos);
        }
    }

    private void watchQueue(long delay) {
        watchingQueue = true;
        loop.schedule(this::failRequestsThatWaitedTooLong, delay, TimeUnit.NANOSECONDS);
    }

    private void failRequestsThatWaitedTooLong() {
        watchingQueue = false;
        long now = nanoTime();
        List<EventLoopPostRequest> late = new ArrayList<>();
        while (!waiting.isEmpty() && now - waiting.getFirst().waitingSince >= responseNanos) {
            late.add(waiting.removeFirst());
        }
        if (!waiting.isEmpty()) {
            watchQueue(responseNanos - (now - waiting.getFirst().waitingSince));
        }
        late.forEach(post -> {
            countWait(post);
            post.onFailure(
                    new PostFailedException(Reason.NO_CONNECTION_FREE, "No connection became free in time", null));
        });
    }

    void close() {
        onEventLoop(() -> {
            closed = true;
            List<EventLoopPostRequest> waitingPosts = List.copyOf(waiting);
            waiting.clear();
            waitingPosts.forEach(post -> post.onFailure(isClosed(null)));
            List.copyOf(open).forEach(PooledConnection::close);
        });
    }

    private static PostFailedException isClosed(@Nullable Throwable cause) {
        return new PostFailedException(Reason.CLOSED, "The client is closed", cause);
    }
}
