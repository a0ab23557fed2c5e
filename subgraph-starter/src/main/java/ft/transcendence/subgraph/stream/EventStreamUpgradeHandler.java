package ft.transcendence.subgraph.stream;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.BaseSubscriber;

/**
 * A connection whose request is over, as far as Tomcat is concerned, which has taken back the buffers of request and response: what
 * is left is a socket, to which events are written as they come. One event is on its way at a time; the next is asked for when the
 * client has taken it, and no thread waits until then.
 *
 * <p>Tomcat makes it, and calls when the client can take more, sends something or has gone, and once a second.
 */
public final class EventStreamUpgradeHandler extends BaseSubscriber<byte[]> implements InternalHttpUpgradeHandler {

    private static final Logger log = LoggerFactory.getLogger(EventStreamUpgradeHandler.class);

    /** What Tomcat passes for the time when it stops. */
    private static final long STOPPING = -1;

    private @Nullable SocketWrapperBase<?> socket;
    private @Nullable EventStreamRegistry streams;
    private @Nullable Publisher<byte[]> events;

    /** Whether bytes wait for the client to take them. */
    private boolean waiting;

    /** Whether the end has been written. */
    private boolean ended;

    private boolean closed;

    /** Whether the client took something since Tomcat called last. */
    private boolean moved;

    /** When the client took something last, by the time that Tomcat passes; zero before it did for the first time. */
    private long lastMoved;

    /** Called before the connection begins: what to send, each element a chunk, and who knows of all connections. */
    void start(Publisher<byte[]> chunks, EventStreamRegistry registry) {
        this.events = chunks;
        this.streams = registry;
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        this.socket = wrapper;
    }

    @Override
    public void init(WebConnection connection) {
        Publisher<byte[]> chunks = requireNonNull(events);
        // nothing that was needed to begin is held until the end
        events = null;
        if (requireNonNull(streams).open(this)) {
            chunks.subscribe(this);
        }
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(1);
    }

    @Override
    protected void hookOnNext(byte[] chunk) {
        if (write(chunk)) {
            request(1);
        }
    }

    @Override
    protected void hookOnComplete() {
        end(ServerSentEvent.COMPLETE);
    }

    @Override
    protected void hookOnError(Throwable failure) {
        // what can be told came as an event; the client sees that something is missing
        log.error("A stream broke off", failure);
        close();
    }

    /** Ends the stream at once, with these chunks unless the client has still others to take. */
    void terminate(byte[]... chunks) {
        cancel();
        synchronized (this) {
            if (waiting) {
                close();
            }
            end(chunks);
        }
    }

    private synchronized void end(byte[]... chunks) {
        for (byte[] chunk : chunks) {
            write(chunk);
        }
        ended = true;
        if (!waiting) {
            close();
        }
    }

    /** Whether all was taken, so that more may come. */
    private synchronized boolean write(byte[] chunk) {
        if (closed || ended) {
            return false;
        }
        try {
            requireNonNull(socket).write(false, chunk, 0, chunk.length);
            return flush();
        } catch (IOException gone) {
            close();
            return false;
        }
    }

    private boolean flush() throws IOException {
        SocketWrapperBase<?> client = requireNonNull(socket);
        waiting = client.flush(false);
        if (waiting) {
            client.registerWriteInterest();
        } else {
            moved = true;
        }
        return !waiting;
    }

    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        try {
            switch (event) {
                case OPEN_READ -> skipInput();
                case OPEN_WRITE -> continueWriting();
                default -> close();
            }
        } catch (IOException gone) {
            close();
        }
        return isClosed() ? SocketState.CLOSED : SocketState.UPGRADED;
    }

    /** A client has nothing more to say; reading shows when it has gone. */
    private void skipInput() throws IOException {
        byte[] input = new byte[64];
        int length = requireNonNull(socket).read(false, input, 0, input.length);
        while (length > 0) {
            length = requireNonNull(socket).read(false, input, 0, input.length);
        }
        if (length < 0) {
            close();
        }
    }

    private void continueWriting() throws IOException {
        boolean more;
        synchronized (this) {
            if (closed || !waiting) {
                return;
            }
            more = flush();
            if (more && ended) {
                close();
            }
        }
        if (more) {
            request(1);
        }
    }

    @Override
    public void timeoutAsync(long now) {
        if (now == STOPPING || isStalled(now)) {
            close();
        }
    }

    /** Whether the client has taken nothing for too long; one that had nothing to take is sent something. */
    private synchronized boolean isStalled(long now) {
        if (moved || lastMoved == 0) {
            moved = false;
            lastMoved = now;
        }
        StreamProperties limits = requireNonNull(streams).limits();
        long still = now - lastMoved;
        if (waiting) {
            return still >= limits.patience().toMillis();
        }
        if (still >= limits.keepAlive().toMillis()) {
            write(ServerSentEvent.KEEP_ALIVE);
        }
        return false;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Lets Tomcat close the socket, on a thread of its own: another one would leave what Tomcat keeps of it behind. */
    private void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        cancel();
        requireNonNull(streams).closed(this);
        requireNonNull(socket).processSocket(SocketEvent.STOP, true);
    }

    @Override
    public void destroy() {
        close();
    }

    @Override
    public void pause() {
        // streams end when the application stops, and not when the server takes no more connections
    }

    @Override
    public void setSslSupport(@Nullable SSLSupport support) {
        // of no interest
    }
}
