package ft.transcendence.subgraph.execution;

import jakarta.servlet.ServletRequest;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.jspecify.annotations.Nullable;

/**
 * The connection a request came by. Tomcat tells nobody that it was closed while a request is at work: whoever wants to know
 * has to look whether it can still be read from. That is up to the request's own thread, as the connection is no other's; while
 * that thread does nothing but wait, it lends the connection to whoever looks in its place.
 */
final class DisconnectDetector {

    static final String ATTRIBUTE = DisconnectDetector.class.getName();

    /** What Tomcat says is available when the end of the stream is, or an error: a byte, whose reading would tell. */
    private static final int FAILURE = 1;

    private final @Nullable Request request;
    private final Thread owner = Thread.currentThread();
    /** Held while somebody looks, so that the owner does not go on meanwhile. */
    private final ReentrantLock check = new ReentrantLock();

    private boolean isShared;

    DisconnectDetector(@Nullable Request request) {
        this.request = request;
    }

    /** That of a request; one that never closes where it is not known. */
    static DisconnectDetector of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof DisconnectDetector detector
                ? detector
                : new DisconnectDetector(null);
    }

    /** Whether it was closed from the other side, as far as is known. */
    boolean isDisconnected() {
        check.lock();
        try {
            if (request == null || !isShared && Thread.currentThread() != owner) {
                return false;
            }
            request.action(ActionCode.AVAILABLE, true);
            return request.getAvailable() == FAILURE;
        } finally {
            check.unlock();
        }
    }

    /** Lets other threads look as well, until {@link #reclaim()}; for the owner, who must not use the connection meanwhile. */
    void share() {
        setShared(true);
    }

    /** Ends that, as soon as nobody looks. */
    void reclaim() {
        setShared(false);
    }

    private void setShared(boolean shared) {
        if (Thread.currentThread() != owner) {
            return;
        }
        check.lock();
        try {
            isShared = shared;
        } finally {
            check.unlock();
        }
    }
}
