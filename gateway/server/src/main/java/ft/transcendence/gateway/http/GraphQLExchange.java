package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.gateway.error.ErrorBody;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.identity.CallerIdentity;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** One GraphQL request over HTTP and its response: what is known of the request, and how the response is written. Used by one step at a time. */
final class GraphQLExchange {
    private static final Logger LOG = LoggerFactory.getLogger(GraphQLExchange.class);

    final HttpServerRequest request;
    ResponseFormat format = ResponseFormat.JSON;
    CallerIdentity caller = CallerIdentity.anonymous();

    @Nullable GraphQLRequest operation;

    private final HttpServerResponse response;
    private final Compression compression;
    private final List<OperationListener> listeners;
    private final long started = System.nanoTime();

    GraphQLExchange(
            HttpServerRequest request,
            HttpServerResponse response,
            Compression compression,
            List<OperationListener> listeners) {
        this.request = request;
        this.response = response;
        this.compression = compression;
        this.listeners = listeners;
    }

    Mono<Void> respond(GraphQLResponse result) {
        int status =
                switch (result.kind()) {
                    case EXECUTED -> 200;
                    case REQUEST_ERROR -> format.requestErrorStatus();
                    case OVERLOADED -> {
                        response.header(HttpHeaderNames.RETRY_AFTER, "1");
                        yield 503;
                    }
                };
        return write(status, result.body(), null);
    }

    Mono<Void> respondWithError(GatewayError error, String message) {
        switch (error) {
            case METHOD_NOT_ALLOWED -> response.header(HttpHeaderNames.ALLOW, "GET, POST");
            case UNAUTHENTICATED -> response.header(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            case IDENTITY_PROVIDER_UNAVAILABLE ->
                response.header(HttpHeaderNames.RETRY_AFTER, GatewayError.RETRY_AFTER_OUTAGE);
            case RATE_LIMITED, OVERLOADED -> response.header(HttpHeaderNames.RETRY_AFTER, "1");
            // only a part of the rest of the body is read, so the connection cannot be reused: see LingeringClose
            case REQUEST_TOO_LARGE -> response.keepAlive(false);
            default -> {}
        }
        return write(error.status(), ByteBuffer.wrap(ErrorBody.of(error, message)), error);
    }

    /** Begins a response that is sent in parts. */
    HttpServerResponse startStream(ResponseFormat streamFormat) {
        response.status(200).header(HttpHeaderNames.CONTENT_TYPE, streamFormat.contentType());
        response.header("X-Content-Type-Options", "nosniff");
        return response;
    }

    /** Ends the exchange when the client left, or was cut off, before its request was complete. */
    Mono<Void> abandon(Throwable cause) {
        LOG.debug("A client left before its request was complete: {}", cause.toString());
        return Mono.fromRunnable(() -> report(GatewayError.CLIENT_GONE.status(), 0, GatewayError.CLIENT_GONE));
    }

    /** Logs a defect of the gateway; the client learns nothing of it. */
    void logDefect(Throwable failure) {
        LOG.error("A request failed inside the gateway", failure);
    }

    private Mono<Void> write(int status, ByteBuffer json, @Nullable GatewayError error) {
        HttpHeaders headers = response.status(status).responseHeaders();
        ByteBuffer body = compression.apply(json, request.requestHeaders(), headers);
        int length = body.remaining();
        headers.set(HttpHeaderNames.CONTENT_TYPE, bodyFormat().contentType());
        headers.set(HttpHeaderNames.CONTENT_LENGTH, length);
        headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        Mono<Void> sent = response.send(Mono.just(Unpooled.wrappedBuffer(body))).then();
        return listeners.isEmpty() ? sent : sent.doFinally(signal -> report(status, length, error));
    }

    /** A stream that is rejected has no events: its error is JSON. */
    private ResponseFormat bodyFormat() {
        return format == ResponseFormat.EVENT_STREAM ? ResponseFormat.JSON : format;
    }

    private void report(int status, int length, @Nullable GatewayError error) {
        CompletedOperation completed = new CompletedOperation(
                operation, caller, error, status, length, Duration.ofNanos(System.nanoTime() - started));
        listeners.forEach(listener -> listener.completed(completed));
    }
}
