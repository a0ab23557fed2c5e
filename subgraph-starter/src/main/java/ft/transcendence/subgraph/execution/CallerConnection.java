package ft.transcendence.subgraph.execution;

import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The connection a request came by. Tomcat tells nobody that it was closed while a request is at work: whoever wants to know
 * has to look whether it can still be read from. That is up to the request's own thread, as the connection is no other's.
 */
final class CallerConnection {

    static final String ATTRIBUTE = CallerConnection.class.getName();

    /** What Tomcat says is available when the end of the stream is, or an error: a byte, whose reading would tell. */
    private static final int FAILURE = 1;

    private static final CallerConnection UNKNOWN = new CallerConnection(null);

    private final @Nullable Request request;
    private final Thread owner = Thread.currentThread();

    CallerConnection(@Nullable Request request) {
        this.request = request;
    }

    /** That of the request which this thread is at work on; one that never closes when there is none. */
    static CallerConnection ofThisRequest() {
        RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
        return attributes != null
                        && attributes.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                                instanceof CallerConnection connection
                ? connection
                : UNKNOWN;
    }

    /** Whether it was closed from the other side, as far as is known. */
    boolean isGone() {
        if (request == null || Thread.currentThread() != owner) {
            return false;
        }
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() == FAILURE;
    }
}
