package ft.transcendence.gateway.client;

/** Learns what became of a request: exactly one of the two is called, on an event loop, unless the request is cancelled before. */
public interface PostCallback {
    /** @param body belongs to whoever gets it */
    void onResponse(int status, byte[] body);

    void onFailure(PostFailedException failure);
}
