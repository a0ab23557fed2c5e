package ft.transcendence.gateway.http;

import ft.transcendence.gateway.flush.DeferredFlush;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Sends the responses that one event loop writes in one turn together. */
@Component
final class FlushTogether implements NettyServerCustomizer {
    @Override
    public HttpServer apply(HttpServer server) {
        return Http1Connections.configure(
                server, channel -> channel.pipeline().addBefore(NettyPipeline.HttpCodec, null, new DeferredFlush()));
    }
}
