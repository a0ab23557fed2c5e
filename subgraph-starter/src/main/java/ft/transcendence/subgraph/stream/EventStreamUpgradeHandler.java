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
 * Writes the events of a stream to a connection whose HTTP request has ended. Tomcat has reclaimed the buffers of
 * request and response, so that only the socket remains. One event is written at a time. The next one is requested when
 * the client has taken the last, and no thread waits for that.
 *
 * <p>Tomcat creates the handler and calls it when the socket can be written, when the client sends data or disconnects,
 * and once a second.
 */
public final class EventStreamUpgradeHandler extends BaseSubscriber<byte[]> implements InternalHttpUpgradeHandler {

    private static final Logger log = LoggerFactory.getLogger(EventStreamUpgradeHandler.class);

    /** The time that Tomcat passes when it shuts down. */
    private static final long STOPPING = -1;

    private @Nullable SocketWrapperBase<?> socket;
    private @Nullable EventStreamRegistry streams;
    private @Nullable Publisher<byte[]> events;

    /** Whether some bytes were not written yet. */
    private boolean waiting;

    /** Whether the end of the stream was written. */
    private boolean ended;

    private boolean closed;

    /** Whether bytes were written since Tomcat's last call. */
    private boolean moved;

    /** When bytes were last written, in the time passed by Tomcat; zero before the first time. */
    private long lastMoved;

    /** Sets what to write, in chunks, and the registry. Called before the connection is initialized. */
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
        // release what is only needed to begin
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
        // expected errors were sent as events; the client notices that the stream is incomplete
        log.error("A stream failed", failure);
        close();
    }

    /** Ends the stream at once, with these chunks unless earlier ones are still being written. */
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

    /** Writes a chunk. Returns true if it was written completely, so that the next one may follow. */
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

    /** Reads and ignores input, to notice when the client disconnects. */
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

    /** Whether the client has not accepted any bytes for too long. An idle stream gets a keep-alive comment instead. */
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

    /**
     * Lets Tomcat close the socket on one of its own threads. Closing it on another thread would leak Tomcat's state
     * for it.
     */
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
        // streams end when the application stops, not when the server is paused
    }

    @Override
    public void setSslSupport(@Nullable SSLSupport support) {
        // not used
    }
}
