package ft.transcendence.gateway.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.cors.CorsConfig;
import io.netty.handler.codec.http.cors.CorsConfigBuilder;
import io.netty.handler.codec.http.cors.CorsHandler;
import java.util.List;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Allows pages of the configured origins to call the endpoint, and no others (CORS). */
@Component
final class CrossOriginAccess implements NettyServerCustomizer {
    /** Headers of GraphQL clients and tracing libraries. None of them grants anything. */
    private static final String[] REQUEST_HEADERS = {
        "content-type",
        "authorization",
        "accept",
        "x-requested-with",
        "x-query-plan",
        "x-request-id",
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
        "b3"
    };

    private final GraphQLHttpProperties properties;

    CrossOriginAccess(GraphQLHttpProperties properties) {
        this.properties = properties;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        List<String> origins = properties.allowedOrigins();
        if (origins.isEmpty()) {
            return server;
        }
        CorsConfig cors = CorsConfigBuilder.forOrigins(origins.toArray(String[]::new))
                .allowCredentials()
                .allowedRequestMethods(HttpMethod.GET, HttpMethod.POST)
                .allowedRequestHeaders(REQUEST_HEADERS)
                .maxAge(3600)
                .build();
        return server.doOnChannelInit((observer, channel, address) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "cors", new PreflightResponses(cors)));
    }

    /**
     * Netty's handler responds to a preflight request by itself and does not pass it on. The server's channels read on demand, so
     * the next request must be demanded here.
     */
    private static final class PreflightResponses extends CorsHandler {
        PreflightResponses(CorsConfig config) {
            super(config);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            boolean preflight = message instanceof HttpRequest request
                    && request.method().equals(HttpMethod.OPTIONS)
                    && request.headers().contains(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
            super.channelRead(context, message);
            if (preflight) {
                context.read();
            }
        }
    }
}
