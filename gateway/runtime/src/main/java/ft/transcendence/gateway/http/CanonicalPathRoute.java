package ft.transcendence.gateway.http;

import ft.transcendence.gateway.error.ErrorPage;
import ft.transcendence.gateway.network.RequestPath;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.reactivestreams.Publisher;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/** Refuses guarded paths that are not in their canonical form, before the GraphQL endpoint and Spring's chain see them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CanonicalPathRoute implements NettyRouteProvider {
    private static final ErrorPage ERROR_PAGE = ErrorPage.of(
            HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", "The path of this address is not in its canonical form");

    private final GuardedPaths guarded;

    CanonicalPathRoute(GuardedPaths guarded) {
        this.guarded = guarded;
    }

    @Override
    public HttpServerRoutes apply(HttpServerRoutes routes) {
        return routes.route(request -> !guarded.admit(RequestPath.ofTarget(request.uri())), CanonicalPathRoute::refuse);
    }

    private static Publisher<Void> refuse(HttpServerRequest request, HttpServerResponse response) {
        ErrorPage.Body body = ERROR_PAGE.bodyFor(request.requestHeaders().getAll(HttpHeaderNames.ACCEPT));
        response.status(HttpStatus.BAD_REQUEST.value());
        body.headers().forEach((name, values) -> response.header(name, values.getFirst()));
        return response.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body.bytes())));
    }
}
