package ft.transcendence.gateway.http;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServer;

/**
 * Serves requests for a while after the gateway has begun to stop, so that load balancers, which see that it is not ready, send it
 * fewer and fewer. Responses close their connections meanwhile: a connection that is kept would be closed at the end, perhaps just when
 * its client sends the next request.
 *
 * <p>Connections are only counted if there is a delay, and only changed when the gateway stops.
 */
@Component
final class ConnectionDrain implements NettyServerCustomizer, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionDrain.class);

    private final Duration delay;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private volatile boolean draining;
    private volatile boolean running;

    ConnectionDrain(ShutdownProperties properties) {
        this.delay = properties.drainDelay();
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return delay.isZero()
                ? server
                : server.doOnChannelInit((observer, channel, address) -> {
                    connections.add(channel);
                    if (draining) {
                        CloseAfterResponse.install(channel);
                    }
                });
    }

    @Override
    public void start() {
        running = true;
    }

    /** Does not block: Spring waits for the callback. */
    @Override
    public void stop(Runnable callback) {
        running = false;
        if (delay.isZero()) {
            callback.run();
            return;
        }
        LOG.info("Serving requests for {} more seconds, until load balancers have noticed", delay.toMillis() / 1000.0);
        draining = true;
        for (Channel connection : connections) {
            connection.eventLoop().execute(() -> CloseAfterResponse.install(connection));
        }
        GlobalEventExecutor.INSTANCE.schedule(callback, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before anything else. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
