package ft.transcendence.gateway.http;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Ends all streams when the gateway stops, after {@link ConnectionDrain} and before anything else: the server waits for requests in
 * flight, and streams would not end by themselves. Clients learn the reason and reconnect to another instance.
 */
@Component
final class StreamShutdown implements SmartLifecycle {
    private volatile Sinks.One<Boolean> sink = Sinks.one();
    private volatile boolean running;

    /** Emits a value when streams are to end. */
    Mono<Boolean> started() {
        return sink.asMono();
    }

    @Override
    public void start() {
        sink = Sinks.one();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        sink.tryEmitValue(true);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after {@link ConnectionDrain}. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
