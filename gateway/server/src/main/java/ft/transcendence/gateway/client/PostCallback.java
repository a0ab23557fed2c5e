package ft.transcendence.gateway.client;

/**
 * Receives the outcome of a request. Exactly one of the two methods is called, on an event loop, unless the request is cancelled
 * first.
 */
public interface PostCallback {
    /** @param body belongs to the receiver */
    void onResponse(int status, byte[] body);

    void onFailure(PostFailedException failure);
}
