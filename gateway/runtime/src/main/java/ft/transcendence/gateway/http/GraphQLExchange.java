package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.gateway.error.ErrorBody;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.extensions.ExtendedRequest;
import ft.transcendence.gateway.header.ResponseHeaders;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.operation.OperationRecord;
import ft.transcendence.gateway.operation.RequestIds;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
    final ResponseFormat format;
    CallerIdentity caller = CallerIdentity.anonymous();
    /** What happens in the operation. */
    final OperationRecord record;

    /** What subgraphs add to the response; null when nothing passes from them. */
    @Nullable ResponseHeaders fromSubgraphs;

    /** The request as extensions see it; null without extensions. */
    @Nullable ExtendedRequest extended;

    /** Whether its operations have records of their own, so that this one is not completed. */
    boolean hasOwnRecords;

    private final HttpServerResponse response;
    private final Compression compression;
    private boolean isStreaming;

    GraphQLExchange(
            HttpServerRequest request,
            HttpServerResponse response,
            ResponseFormat format,
            Compression compression,
            OperationRecord record) {
        this.request = request;
        this.response = response;
        this.format = format;
        this.compression = compression;
        this.record = record;
        if (record.isObserved() && record.requestId() != null) {
            response.header(RequestIds.HEADER, record.requestId());
        }
    }

    void calledBy(CallerIdentity identity) {
        caller = identity;
        record.calledBy(identity);
    }

    /** Links, images and prefetchers send GET requests, so these must not change anything. */
    void refuseMutationByGet(Optional<OperationKind> kind) {
        if (HttpMethod.GET.equals(request.method())
                && kind.filter(OperationKind.MUTATION::equals).isPresent()) {
            throw new GatewayErrorException(GatewayError.METHOD_NOT_ALLOWED, "Send mutations with POST");
        }
    }

    Mono<Void> respond(GraphQLResponse result) {
        switch (result.kind()) {
            case THROTTLED, OVERLOADED -> response.header(HttpHeaderNames.RETRY_AFTER, "1");
            case EXECUTED, PART, REQUEST_ERROR -> {}
        }
        record.responded(result);
        return write(format.statusOf(result), result.body());
    }

    /** Headers of subgraphs belong to one operation, so none pass here. */
    Mono<Void> respondToBatch(GraphQLResponse results) {
        fromSubgraphs = null;
        extended = null;
        return send(prepare(200, results.body()));
    }

    /** Responds to a request whose operation, if it has any, is recorded elsewhere. */
    Mono<Void> acknowledge(int status, String text) {
        hasOwnRecords = true;
        ByteBuffer body = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        response.status(status)
                .header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.remaining()))
                .header(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff");
        if (body.hasRemaining()) {
            response.header(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
        }
        return send(body);
    }

    Mono<Void> respondWithError(GatewayError error, String message) {
        switch (error) {
            case METHOD_NOT_ALLOWED -> response.header(HttpHeaderNames.ALLOW, "GET, POST, PUT, DELETE");
            case UNAUTHENTICATED -> response.header(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            case IDENTITY_PROVIDER_UNAVAILABLE, SESSIONS_UNAVAILABLE ->
                response.header(HttpHeaderNames.RETRY_AFTER, GatewayError.RETRY_AFTER_OUTAGE);
            case RATE_LIMITED, OVERLOADED -> response.header(HttpHeaderNames.RETRY_AFTER, "1");
            // only a part of the rest of the body is read, so the connection cannot be reused: see LingeringClose
            case REQUEST_TOO_LARGE -> response.keepAlive(false);
            default -> {}
        }
        record.refused(error);
        fromSubgraphs = null;
        return write(error.status(), ByteBuffer.wrap(ErrorBody.of(error, message)));
    }

    /** Begins a response that is sent in parts. */
    HttpServerResponse startStream(ResponseFormat streamFormat) {
        isStreaming = true;
        response.status(200).header(HttpHeaderNames.CONTENT_TYPE, streamFormat.contentType());
        response.header("X-Content-Type-Options", "nosniff");
        return response;
    }

    /** Begins an incremental response. Its head is sent with the first part, so headers that later subgraph responses would add are lost. */
    HttpServerResponse startParts() {
        HttpServerResponse started = startStream(format);
        started.header(HttpHeaderNames.CACHE_CONTROL, "no-store").header("X-Accel-Buffering", "no");
        addHeadersOfOperation(started.responseHeaders());
        return started;
    }

    /** Ends the exchange when the client left, or was cut off, before its request was complete. */
    Mono<Void> abandon(Throwable cause) {
        LOG.debug("A client left before its request was complete: {}", cause.toString());
        return Mono.fromRunnable(this::abandoned);
    }

    /** Notes that nobody waits for the response any more. */
    void abandoned() {
        if (hasOwnRecords) {
            return;
        }
        if (isStreaming) {
            // the usual end of a subscription
            record.completed(200);
        } else {
            abandon(record);
        }
    }

    /** Notes that nobody waits for the response to the operation any more. */
    static void abandon(OperationRecord operation) {
        operation.refused(GatewayError.CLIENT_GONE);
        operation.completed(GatewayError.CLIENT_GONE.status());
    }

    /** Logs a defect of the gateway; the client learns nothing of it. */
    void logDefect(Throwable failure) {
        LOG.error("A request failed inside the gateway", failure);
    }

    private Mono<Void> write(int status, ByteBuffer json) {
        ByteBuffer body = prepare(status, json);
        int length = body.remaining();
        Mono<Void> sent = send(body);
        return record.isObserved() ? sent.doFinally(signal -> record.completed(status, length)) : sent;
    }

    private Mono<Void> send(ByteBuffer body) {
        return response.send(Mono.just(Unpooled.wrappedBuffer(body))).then();
    }

    /** Sets the head of the response. Returns the body as it is sent. */
    private ByteBuffer prepare(int status, ByteBuffer json) {
        HttpHeaders headers = response.status(status).responseHeaders();
        ByteBuffer body = compression.apply(json, request.requestHeaders(), headers);
        headers.set(HttpHeaderNames.CONTENT_TYPE, bodyFormat().contentType());
        headers.set(HttpHeaderNames.CONTENT_LENGTH, body.remaining());
        headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        addHeadersOfOperation(headers);
        return body;
    }

    private void addHeadersOfOperation(HttpHeaders headers) {
        if (fromSubgraphs != null) {
            fromSubgraphs.writeTo(headers, caller.subject() == null && caller.authorization() == null);
        }
        if (extended != null) {
            extended.writeTo(headers);
        }
    }

    /** A stream that is rejected has no events, and an incremental response no parts: the error is JSON. */
    private ResponseFormat bodyFormat() {
        return format.ofBody();
    }
}
