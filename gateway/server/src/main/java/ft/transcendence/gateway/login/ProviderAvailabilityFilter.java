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

/** Sends nobody to the identity provider while it is away: a browser would show no more than that it cannot connect. */
final class ProviderAvailabilityFilter implements WebFilter {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderAvailabilityFilter.class);
    /** One question answers for all who come while it is under way and shortly after. */
    private static final Duration HOLDS_FOR = Duration.ofSeconds(1);

    private final Mono<Boolean> available;

    /**
     * @param keys where the provider's keys are, which it gives to everybody
     * @param time how long an answer holds
     */
    ProviderAvailabilityFilter(WebClient provider, URI keys, Scheduler time) {
        this.available = provider.get()
                .uri(keys)
                .exchangeToMono(response -> response.releaseBody().thenReturn(true))
                .onErrorResume(ProviderUnavailableException.class, away -> {
                    LOG.warn("Nobody can log in, the identity provider is away: {}", String.valueOf(away.getCause()));
                    return Mono.just(false);
                })
                .cache(HOLDS_FOR, time);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return LoginRequestResolver.begins(exchange)
                ? available.flatMap(isUp -> isUp ? chain.filter(exchange) : ProviderOutagePage.respond(exchange))
                : chain.filter(exchange);
    }
}
