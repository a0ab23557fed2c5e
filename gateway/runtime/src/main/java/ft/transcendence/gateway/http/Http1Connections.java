package ft.transcendence.gateway.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.function.Consumer;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Adds handlers to the connections that speak HTTP/1.1. With HTTP/2 enabled, the protocol is only known after the TLS handshake, in
 * which client and server agree on it.
 */
final class Http1Connections {
    private Http1Connections() {}

    /** @param handlers adds its handlers beside {@link NettyPipeline#HttpCodec} */
    static HttpServer configure(HttpServer server, Consumer<Channel> handlers) {
        return server.doOnChannelInit((observer, channel, address) -> {
            if (isHttp1(channel)) {
                handlers.accept(channel);
            } else {
                channel.pipeline().addBefore(NettyPipeline.ReactiveBridge, null, new AfterHandshake(handlers));
            }
        });
    }

    /** Whether the request came over such a connection, whose handlers watch it. */
    static boolean serves(HttpServerRequest request) {
        return !(request instanceof Connection connection && connection.channel() instanceof Http2StreamChannel);
    }

    private static boolean isHttp1(Channel channel) {
        return channel.pipeline().get(NettyPipeline.HttpCodec) instanceof HttpServerCodec;
    }

    private static final class AfterHandshake extends ChannelInboundHandlerAdapter {
        private final Consumer<Channel> handlers;

        AfterHandshake(Consumer<Channel> handlers) {
            this.handlers = handlers;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof SslHandshakeCompletionEvent handshake) {
                if (handshake.isSuccess() && isHttp1(context.channel())) {
                    handlers.accept(context.channel());
                }
                context.pipeline().remove(this);
            }
            context.fireUserEventTriggered(event);
        }
    }
}
