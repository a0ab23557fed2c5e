package ft.transcendence.gateway.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;

/**
 * Sends a stream at the pace of its client. The data that waits to be sent is bounded by size: the next part is taken when most
 * of the previous ones are gone. A client that stops reading or has vanished loses the connection.
 */
final class StreamBackpressure extends ChannelInboundHandlerAdapter {
    private final Channel channel;
    private final Duration stallTimeout;
    private final AtomicReference<Sinks.@Nullable Empty<Void>> waiting = new AtomicReference<>();

    /** @param stallTimeout how long the client may read nothing */
    StreamBackpressure(Channel channel, Duration stallTimeout) {
        this.channel = channel;
        this.stallTimeout = stallTimeout;
    }

    static StreamBackpressure of(Connection connection, Duration stallTimeout) {
        StreamBackpressure backpressure = new StreamBackpressure(connection.channel(), stallTimeout);
        connection.addHandlerLast(backpressure);
        return backpressure;
    }

    /** The same parts, each as soon as the channel can take it. */
    <T> Flux<T> pace(Flux<T> parts) {
        return parts.concatMap(part -> channel.isWritable() ? Mono.just(part) : room().thenReturn(part), 0);
    }

    private Mono<Void> room() {
        Sinks.Empty<Void> next = Sinks.empty();
        waiting.set(next);
        // it may have become writable in the meantime
        if (channel.isWritable()) {
            next.tryEmitEmpty();
        }
        return next.asMono()
                .timeout(stallTimeout, Mono.<Void>fromRunnable(channel::close).then(Mono.never()));
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        Sinks.Empty<Void> next = channel.isWritable() ? waiting.getAndSet(null) : null;
        if (next != null) {
            next.tryEmitEmpty();
        }
        context.fireChannelWritabilityChanged();
    }
}
