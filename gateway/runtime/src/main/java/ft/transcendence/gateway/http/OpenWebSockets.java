package ft.transcendence.gateway.http;

import org.springframework.stereotype.Component;

/** How many WebSockets are open, for metrics. */
@Component
public final class OpenWebSockets {
    private final StreamLimiter limiter;

    OpenWebSockets(StreamLimiter limiter) {
        this.limiter = limiter;
    }

    public int count() {
        return limiter.openConnections();
    }
}
