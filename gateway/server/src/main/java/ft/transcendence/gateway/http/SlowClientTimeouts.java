package ft.transcendence.gateway.http;

import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Closes connections whose requests do not arrive in time, and those whose clients read nothing of what is sent, on every path.
 * The server's own request timeout would ignore heads and end WebSockets.
 */
@Component
final class SlowClientTimeouts implements NettyServerCustomizer {
    private final Duration receiveTimeout;
    private final Duration stallTimeout;

    SlowClientTimeouts(GraphQLHttpProperties http, StreamProperties streams) {
        this.receiveTimeout = http.receiveTimeout();
        this.stallTimeout = streams.stallTimeout();
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, address) -> {
            ReceiveTimeout.watch(channel, NettyPipeline.HttpCodec, receiveTimeout);
            if (channel instanceof EpollSocketChannel socket) {
                // the kernel's timeout for unacknowledged data, which the application cannot see
                socket.config()
                        .setOption(EpollChannelOption.TCP_USER_TIMEOUT, Math.toIntExact(stallTimeout.toMillis()));
            }
        });
    }
}
