package ft.transcendence.gateway.http;

import ft.transcendence.gateway.body.BodyCollector;
import ft.transcendence.gateway.body.BodyDecoder;
import ft.transcendence.gateway.body.ContentCoding;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Receives the bodies of requests: within their limits of size and time, and in the codings that the gateway knows. */
@Component
final class RequestBodies {
    private final Supplier<GraphQLHttpProperties> settings;

    RequestBodies(Supplier<GraphQLHttpProperties> settings) {
        this.settings = settings;
    }

    /**
     * The JSON of a POST, decompressed.
     *
     * @param reservation accounts for it
     */
    Mono<byte[]> read(HttpServerRequest request, RequestMemory.Reservation reservation) {
        if (!HttpMethod.POST.equals(request.method())) {
            return Mono.error(new GatewayErrorException(GatewayError.METHOD_NOT_ALLOWED));
        }
        if (!isJson(request.requestHeaders().get(HttpHeaderNames.CONTENT_TYPE))) {
            // an HTML form cannot send application/json, so no other site can post with the user's cookie
            return Mono.error(new GatewayErrorException(GatewayError.UNSUPPORTED_MEDIA_TYPE));
        }
        long limit = settings.get().maxBodySize().toBytes();
        Mono<byte[]> sent =
                BodyCollector.collect(inTime(request), request.requestHeaders(), limit, reservation::reserve);
        String coding = request.requestHeaders().get(HttpHeaderNames.CONTENT_ENCODING);
        Mono<byte[]> body = coding == null ? sent : sent.map(coded -> decode(coded, coding, limit, reservation));
        return body.doOnNext(json -> reservation.reserve(RequestMemoryEstimate.of(json)));
    }

    private static byte[] decode(byte[] body, String coding, long limit, RequestMemory.Reservation reservation) {
        if (coding.equalsIgnoreCase("identity")) {
            return body;
        }
        ContentCoding known = ContentCoding.of(coding)
                .orElseThrow(() -> new GatewayErrorException(
                        GatewayError.UNSUPPORTED_MEDIA_TYPE,
                        "Send the body as it is, or in the coding gzip, br or zstd"));
        return BodyDecoder.decode(body, known, limit, more -> reservation.reserve(body.length + more));
    }

    private Flux<ByteBuf> inTime(HttpServerRequest request) {
        return Http1Connections.serves(request)
                ? request.receive()
                : request.receive()
                        .takeUntilOther(Mono.delay(settings.get().receiveTimeout())
                                .then(Mono.error(() -> new GatewayErrorException(GatewayError.REQUEST_TIMEOUT))));
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int parameters = contentType.indexOf(';');
        String mediaType = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return mediaType.strip().toLowerCase(Locale.ROOT).equals("application/json");
    }
}
