package ft.transcendence.gateway.http;

import ft.transcendence.gateway.network.RequestPath;
import org.reactivestreams.Publisher;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/**
 * Serves the GraphQL endpoint ahead of Spring's handler on the same server and port. Operations are most of the traffic, and
 * Spring's filters, security and routing would cost several times what the gateway itself spends on one.
 */
@Component
final class GraphQLRoute implements NettyRouteProvider {
    private final String path;
    private final CrossOriginAccess crossOriginAccess;
    private final GraphQLEndpoint endpoint;
    private final WebSocketEndpoint webSockets;

    GraphQLRoute(
            GraphQLHttpProperties properties,
            CrossOriginAccess crossOriginAccess,
            GraphQLEndpoint endpoint,
            WebSocketEndpoint webSockets) {
        this.path = properties.path();
        this.crossOriginAccess = crossOriginAccess;
        this.endpoint = endpoint;
        this.webSockets = webSockets;
    }

    @Override
    public HttpServerRoutes apply(HttpServerRoutes routes) {
        return routes.route(
                this::isGraphQL,
                (request, response) -> WebSocketEndpoint.isHandshake(request)
                        ? webSockets.handle(request, response)
                        : respond(request, response));
    }

    private Publisher<Void> respond(HttpServerRequest request, HttpServerResponse response) {
        return crossOriginAccess.apply(request, response) ? response.send() : endpoint.handle(request, response);
    }

    private boolean isGraphQL(HttpServerRequest request) {
        return RequestPath.ofTarget(request.uri()).written().equals(path);
    }
}
