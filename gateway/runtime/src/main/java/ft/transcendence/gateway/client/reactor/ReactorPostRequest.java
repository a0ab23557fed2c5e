package ft.transcendence.gateway.client.reactor;

import ft.transcendence.gateway.body.BodyTooLargeException;
import ft.transcendence.gateway.client.PostCallback;
import ft.transcendence.gateway.client.PostFailedException;
import ft.transcendence.gateway.client.PostFailedException.Reason;
import ft.transcendence.gateway.client.PostRequest;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.BaseSubscriber;

/** One request of a {@link ReactorPostTarget}. Cancelling it cancels its subscription. */
final class ReactorPostRequest extends BaseSubscriber<ReactorPostRequest.Response> implements PostRequest {
    record Response(int status, HttpHeaders headers, byte[] body) {}

    private final PostCallback callback;
    private final BooleanSupplier closed;
    private volatile boolean sent;
    private volatile long sentAt;

    /** @param closed whether the client was closed */
    ReactorPostRequest(PostCallback callback, BooleanSupplier closed) {
        this.callback = callback;
        this.closed = closed;
    }

    /** The request has a connection, and is sent on it from now on. */
    void sending() {
        sentAt = System.nanoTime();
        sent = true;
    }

    long nanosSinceSending() {
        return System.nanoTime() - sentAt;
    }

    @Override
    protected void hookOnNext(Response response) {
        callback.onResponse(response.status(), response.headers(), response.body());
    }

    @Override
    protected void hookOnError(Throwable failure) {
        Reason reason = sent ? whileReceiving(failure) : beforeSending(failure);
        callback.onFailure(new PostFailedException(reason, reason + ": " + failure, failure));
    }

    /** Reactor Netty's pool throws exceptions of an internal package, so they are recognised by exclusion. */
    private Reason beforeSending(Throwable failure) {
        if (closed.getAsBoolean()) {
            return Reason.CLOSED;
        }
        return switch (failure) {
            case IOException notConnected -> Reason.NOT_CONNECTED;
            case DecoderException badHandshake -> Reason.NOT_CONNECTED;
            default -> Reason.NO_CONNECTION_FREE;
        };
    }

    private static Reason whileReceiving(Throwable failure) {
        return switch (failure) {
            case ReadTimeoutException silent -> Reason.TIMED_OUT;
            case TimeoutException slow -> Reason.TIMED_OUT;
            case BodyTooLargeException tooLong -> Reason.TOO_LONG;
            case DecoderException malformed -> Reason.MALFORMED;
            case IllegalArgumentException malformed -> Reason.MALFORMED;
            default -> Reason.BROKEN_OFF;
        };
    }
}
