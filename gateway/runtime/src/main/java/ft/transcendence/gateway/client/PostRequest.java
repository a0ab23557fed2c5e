package ft.transcendence.gateway.client;

/** A request that was started. */
public interface PostRequest {
    /**
     * Abandons the request: there will be no outcome, and the connection is closed when the request was already sent. Thread-safe.
     */
    void cancel();
}
