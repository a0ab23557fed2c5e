package ft.transcendence.gateway.client;

import java.nio.ByteBuffer;
import java.util.List;

/** One address and its connections. Thread-safe. */
public interface PostTarget {
    /**
     * Sends a request. The outcome may be known before this method returns.
     *
     * @param body from its position to its limit; must not change until the outcome is known
     * @param headers in addition to those of every request
     */
    PostRequest post(ByteBuffer body, List<Header> headers, PostCallback callback);

    /** For any thread. */
    ConnectionUse connections();
}
