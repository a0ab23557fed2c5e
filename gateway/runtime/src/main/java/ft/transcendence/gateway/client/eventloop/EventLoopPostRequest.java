package ft.transcendence.gateway.client.eventloop;

import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.client.PostCallback;
import ft.transcendence.gateway.client.PostFailedException;
import ft.transcendence.gateway.client.PostRequest;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request, from start to outcome. Confined to its pool's event loop, except for {@link #cancel}. */
final class EventLoopPostRequest implements PostRequest {
    final ByteBuffer body;
    final List<Header> headers;
    /** When it started to wait for a connection, by the pool's clock. */
    long waitingSince;

    private final ConnectionPool pool;
    private final PostCallback callback;
    private @Nullable PooledConnection connection;
    private boolean finished;

    EventLoopPostRequest(ConnectionPool pool, ByteBuffer body, List<Header> headers, PostCallback callback) {
        this.pool = pool;
        this.body = body;
        this.headers = headers;
        this.callback = callback;
    }

    /**
     * Abandons the request: there will be no outcome, and the connection is closed when the request was already sent.
     * Thread-safe.
     */
    @Override
    public void cancel() {
        pool.onEventLoop(() -> {
            if (finished) {
                return;
            }
            finished = true;
            if (connection == null) {
                pool.forget(this);
            } else {
                connection.close();
            }
        });
    }

    boolean isFinished() {
        return finished;
    }

    /** Records the connection that the request is sent on. */
    void sentOn(PooledConnection used) {
        connection = used;
    }

    void onResponse(int status, HttpHeaders responseHeaders, byte[] body) {
        if (!finished) {
            finished = true;
            callback.onResponse(status, responseHeaders, body);
        }
    }

    void onFailure(PostFailedException failure) {
        if (!finished) {
            finished = true;
            callback.onFailure(failure);
        }
    }
}
