package ft.transcendence.gateway.client.eventloop;

import ft.transcendence.gateway.flush.DeferredFlush;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens connections to one target. Tries every address of its name until one accepts. */
final class Connector {
    /** The result, delivered on the event loop: a connected channel or the reason for the failure. */
    interface Outcome {
        void connected(Channel channel);

        void failed(Throwable cause);
    }

    private static final int LONGEST_CHUNK = 64 * 1024;

    private final ChannelFactory<Channel> channels;
    private final AddressResolverGroup<?> resolvers;
    private final InetSocketAddress target;
    private final @Nullable SslContext tls;
    private final int timeoutMillis;

    /** @param tls null for plain text */
    Connector(
            ChannelFactory<Channel> channels,
            AddressResolverGroup<?> resolvers,
            InetSocketAddress target,
            @Nullable SslContext tls,
            Duration timeout) {
        this.channels = channels;
        this.resolvers = resolvers;
        this.target = target;
        this.tls = tls;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    /** @param last creates the last handler of the channel's pipeline */
    void connect(EventLoop loop, Function<Channel, PooledConnection> last, Outcome outcome) {
        resolve(resolvers, loop, last, outcome);
    }

    private <A extends SocketAddress> void resolve(
            AddressResolverGroup<A> group, EventLoop loop, Function<Channel, PooledConnection> last, Outcome outcome) {
        group.getResolver(loop).resolveAll(target).addListener((Future<List<A>> resolved) -> {
            if (resolved.isSuccess()) {
                tryNext(loop, resolved.getNow().iterator(), last, outcome);
            } else {
                outcome.failed(resolved.cause());
            }
        });
    }

    private void tryNext(
            EventLoop loop,
            Iterator<? extends SocketAddress> addresses,
            Function<Channel, PooledConnection> last,
            Outcome outcome) {
        new Bootstrap()
                .group(loop)
                .channelFactory(channels)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, timeoutMillis)
                .handler(new Pipeline(last))
                .disableResolver()
                .connect(addresses.next())
                .addListener((ChannelFuture connected) -> {
                    if (connected.isSuccess()) {
                        secure(connected.channel(), outcome);
                    } else if (addresses.hasNext()) {
                        tryNext(loop, addresses, last, outcome);
                    } else {
                        outcome.failed(connected.cause());
                    }
                });
    }

    private static void secure(Channel channel, Outcome outcome) {
        SslHandler handshake = channel.pipeline().get(SslHandler.class);
        if (handshake == null) {
            outcome.connected(channel);
            return;
        }
        handshake.handshakeFuture().addListener(done -> {
            if (done.isSuccess()) {
                outcome.connected(channel);
            } else {
                channel.close();
                outcome.failed(done.cause());
            }
        });
    }

    private final class Pipeline extends ChannelInitializer<Channel> {
        private final Function<Channel, PooledConnection> last;

        Pipeline(Function<Channel, PooledConnection> last) {
            this.last = last;
        }

        @Override
        protected void initChannel(Channel channel) {
            if (tls != null) {
                SslHandler handler = tls.newHandler(channel.alloc(), target.getHostString(), target.getPort());
                handler.setHandshakeTimeoutMillis(timeoutMillis);
                channel.pipeline().addLast(handler);
            }
            channel.pipeline()
                    .addLast(new DeferredFlush())
                    .addLast(new HttpResponseDecoder(new HttpDecoderConfig()
                            .setMaxChunkSize(LONGEST_CHUNK)
                            // response headers are read here and not passed on
                            .setHeadersFactory(
                                    DefaultHttpHeadersFactory.headersFactory().withValidation(false))))
                    .addLast(last.apply(channel));
        }
    }
}
