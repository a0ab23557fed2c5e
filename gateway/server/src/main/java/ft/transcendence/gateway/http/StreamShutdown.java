package ft.transcendence.gateway.http;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Ends the streams when the gateway stops, before anything else of it does: the server waits for requests that are under way, and
 * streams would not end by themselves. Clients are told why, and find another instance.
 */
@Component
final class StreamShutdown implements SmartLifecycle {
    private volatile Sinks.One<Boolean> sink = Sinks.one();
    private volatile boolean running;

    /** Gives a value when streams are to end. */
    Mono<Boolean> begun() {
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
}
