package ft.transcendence.gateway.login;

import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Shows the outage page instead of redirecting to an identity provider that is unavailable, where the browser could show only a
 * connection error.
 */
final class ProviderAvailabilityFilter implements WebFilter {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderAvailabilityFilter.class);
    /** How long one probe is valid for all logins. */
    private static final Duration VALID_FOR = Duration.ofSeconds(1);

    private final Mono<Boolean> available;

    /**
     * @param keys address of the provider's keys, which are public
     * @param time clock of the probe's validity
     */
    ProviderAvailabilityFilter(WebClient provider, URI keys, Scheduler time) {
        this.available = provider.get()
                .uri(keys)
                .exchangeToMono(response -> response.releaseBody().thenReturn(true))
                .onErrorResume(ProviderUnavailableException.class, unavailable -> {
                    LOG.warn(
                            "Logins fail, the identity provider is unavailable: {}",
                            String.valueOf(unavailable.getCause()));
                    return Mono.just(false);
                })
                .cache(VALID_FOR, time);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return LoginRequestResolver.begins(exchange)
                ? available.flatMap(isUp -> isUp ? chain.filter(exchange) : ProviderOutagePage.respond(exchange))
                : chain.filter(exchange);
    }
}
