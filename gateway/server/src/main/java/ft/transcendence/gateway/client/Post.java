package ft.transcendence.gateway.client;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request, from its start to its outcome. Belongs to its pool's event loop, all but {@link #cancel}. */
public final class Post {
    final ByteBuffer body;
    final List<Header> headers;
    /** When it began to wait for a connection, by its pool's clock. */
    long waitingSince;

    private final ConnectionPool pool;
    private final PostOutcome outcome;
    private @Nullable PooledConnection connection;
    private boolean over;

    Post(ConnectionPool pool, ByteBuffer body, List<Header> headers, PostOutcome outcome) {
        this.pool = pool;
        this.body = body;
        this.headers = headers;
        this.outcome = outcome;
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

    void answered(int status, byte[] answer) {
        if (!over) {
            over = true;
            outcome.answered(status, answer);
        }
    }

    void failed(PostFailedException failure) {
        if (!over) {
            over = true;
            outcome.failed(failure);
        }
    }
}
