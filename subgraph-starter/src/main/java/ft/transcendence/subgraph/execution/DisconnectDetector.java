package ft.transcendence.subgraph.execution;

import jakarta.servlet.ServletRequest;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.jspecify.annotations.Nullable;

/**
 * Detects whether the client closed the connection of a request. Tomcat does not report that while the request is
 * running, so it has to be polled. Only the request's own thread may use the connection. While that thread waits for a
 * statement, it shares the connection with the thread that polls.
 */
final class DisconnectDetector {

    static final String ATTRIBUTE = DisconnectDetector.class.getName();

    /**
     * What Tomcat reports as available at the end of the stream or after an error: one byte, whose reading would fail.
     */
    private static final int FAILURE = 1;

    private final @Nullable Request request;
    private final Thread owner = Thread.currentThread();
    /** Held while polling, so that the request's thread does not continue meanwhile. */
    private final ReentrantLock polling = new ReentrantLock();

    private boolean isShared;

    DisconnectDetector(@Nullable Request request) {
        this.request = request;
    }

    /** The detector of a request; one that never reports a disconnect if the request has none. */
    static DisconnectDetector of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof DisconnectDetector detector
                ? detector
                : new DisconnectDetector(null);
    }

    /** Whether the client is known to have disconnected. */
    boolean isDisconnected() {
        polling.lock();
        try {
            if (request == null || !isShared && Thread.currentThread() != owner) {
                return false;
            }
            request.action(ActionCode.AVAILABLE, true);
            return request.getAvailable() == FAILURE;
        } finally {
            polling.unlock();
        }
    }

    /**
     * Allows other threads to poll until {@link #reclaim()}. Called by the request's thread, which must not use the
     * connection in between.
     */
    void share() {
        setShared(true);
    }

    /** Waits until no other thread is polling, and stops others from doing so. */
    void reclaim() {
        setShared(false);
    }

    private void setShared(boolean shared) {
        if (Thread.currentThread() != owner) {
            return;
        }
        polling.lock();
        try {
            isShared = shared;
        } finally {
            polling.unlock();
        }
    }
}
