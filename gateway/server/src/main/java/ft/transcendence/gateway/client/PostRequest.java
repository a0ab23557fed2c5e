package ft.transcendence.gateway.client;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request, from its start to its outcome. Belongs to its pool's event loop, all but {@link #cancel}. */
public final class PostRequest {
    final ByteBuffer body;
    final List<Header> headers;
    /** When it began to wait for a connection, by its pool's clock. */
    long waitingSince;

    private final ConnectionPool pool;
    private final PostCallback callback;
    private @Nullable PooledConnection connection;
    private boolean over;

    PostRequest(ConnectionPool pool, ByteBuffer body, List<Header> headers, PostCallback callback) {
        this.pool = pool;
        this.body = body;
        this.headers = headers;
        this.callback = callback;
    }

    /** Gives the request up: its connection is closed when it was sent already, and there will be no outcome. From any thread. */
    public void cancel() {
        pool.onEventLoop(() -> {
            if (over) {
                return;
            }
            over = true;
            if (connection == null) {
                pool.forget(this);
            } else {
                connection.close();
            }
        });
    }

    boolean isOver() {
        return over;
    }

    /** It is sent on this connection. */
    void under(PooledConnection used) {
        connection = used;
    }

    void onResponse(int status, byte[] body) {
        if (!over) {
            over = true;
            callback.onResponse(status, body);
        }
    }

    void onFailure(PostFailedException failure) {
        if (!over) {
            over = true;
            callback.onFailure(failure);
        }
    }
}
