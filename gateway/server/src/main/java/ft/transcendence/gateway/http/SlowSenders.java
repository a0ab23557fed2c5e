package ft.transcendence.gateway.http;

import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Closes connections whose requests do not arrive in time, on every path. The server's own request timeout is not used for this: it leaves
 * heads alone and would end WebSockets.
 */
@Component
final class SlowSenders implements NettyServerCustomizer {
    private final Duration receiveTimeout;

    SlowSenders(GraphQLHttpProperties properties) {
        this.receiveTimeout = properties.receiveTimeout();
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, address) ->
                RequestDeadline.watch(channel, NettyPipeline.HttpCodec, receiveTimeout));
    }
}
