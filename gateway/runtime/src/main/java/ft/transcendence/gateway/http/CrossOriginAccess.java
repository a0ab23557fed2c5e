package ft.transcendence.gateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Allows pages of the configured origins to call the endpoint, and no others (CORS). */
@Component
final class CrossOriginAccess {
    /** Headers of GraphQL clients and tracing libraries. None of them grants anything. */
    private static final List<String> REQUEST_HEADERS = List.of(
            "content-type",
            "content-encoding",
            "authorization",
            "accept",
            "x-requested-with",
            "x-query-plan",
            "x-request-id",
            SingleConnectionEndpoint.TOKEN_HEADER,
            // the client's name and version, and the header with which Apollo clients force a preflight
            "apollographql-client-name",
            "apollographql-client-version",
            "apollo-require-preflight",
            "x-apollo-operation-name",
            "x-apollo-operation-id",
            "graphql-client-name",
            "graphql-client-version",
            // trace context: W3C, and Zipkin's older form
            "traceparent",
            "tracestate",
            "baggage",
            "b3");

    private final AllowedOrigins origins;
    private final boolean credentials;
    private final String requestHeaders;
    private final String exposedHeaders;
    private final long maxAge;

    CrossOriginAccess(AllowedOrigins origins, CorsProperties properties) {
        this.origins = origins;
        this.credentials = properties.credentials();
        this.requestHeaders = Stream.concat(REQUEST_HEADERS.stream(), properties.requestHeaders().stream())
                .collect(Collectors.joining(","));
        this.exposedHeaders = String.join(",", properties.exposedHeaders());
        this.maxAge = properties.maxAge().toSeconds();
    }

    /**
     * Adds what the origin of the request may do to the response.
     *
     * @return whether the response is complete, because the request was a browser's question (a preflight)
     */
    boolean apply(HttpServerRequest request, HttpServerResponse response) {
        @Nullable String origin = request.requestHeaders().get(HttpHeaderNames.ORIGIN);
        if (origin == null || !origins.any()) {
            return false;
        }
        HttpHeaders headers = response.responseHeaders();
        headers.add(HttpHeaderNames.VARY, "origin");
        if (!origins.contains(origin)) {
            return false;
        }
        headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        if (credentials) {
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        }
        if (isPreflight(request)) {
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET,POST,PUT,DELETE");
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, requestHeaders);
            headers.set(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, maxAge);
            headers.set(HttpHeaderNames.CONTENT_LENGTH, 0);
            return true;
        }
        if (!exposedHeaders.isEmpty()) {
            headers.set(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, exposedHeaders);
        }
        return false;
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return HttpMethod.OPTIONS.equals(request.method())
                && request.requestHeaders().contains(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
