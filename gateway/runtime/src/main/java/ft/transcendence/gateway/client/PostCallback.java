package ft.transcendence.gateway.client;

import io.netty.handler.codec.http.HttpHeaders;

/**
 * Receives the outcome of a request. Exactly one of the two methods is called, on an event loop, unless the request is cancelled
 * first.
 */
public interface PostCallback {
    /**
     * Receives the response.
     *
     * @param body belongs to the receiver
     */
    void onResponse(int status, HttpHeaders headers, byte[] body);

    void onFailure(PostFailedException failure);
}
