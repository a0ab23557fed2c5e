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
    /** The most that is read of a refused request, so that its client sees the response. */
    private static final long DISCARDED_BYTES = 16 << 20;

    private final Duration receiveTimeout;
    private final Duration stallTimeout;

    SlowClientTimeouts(GraphQLHttpProperties http, StreamProperties streams) {
        this.receiveTimeout = http.receiveTimeout();
        this.stallTimeout = streams.stallTimeout();
    }

    @Override
    public HttpServer apply(HttpServer server) {
        HttpServer withTimeouts = Http1Connections.configure(server, channel -> {
            LingeringClose.install(channel, NettyPipeline.HttpCodec, DISCARDED_BYTES);
            ReceiveTimeout.watch(channel, NettyPipeline.HttpCodec, receiveTimeout);
        });
        return withTimeouts.doOnChannelInit((observer, channel, address) -> {
            if (channel instanceof EpollSocketChannel socket) {
                // the kernel's timeout for unacknowledged data, which the application cannot see
                socket.config()
                        .setOption(EpollChannelOption.TCP_USER_TIMEOUT, Math.toIntExact(stallTimeout.toMillis()));
            }
        });
    }
}
