package ft.transcendence.gateway.ticket;

import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.subgraph.SubgraphDocuments;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Publishes the keys with which game servers verify tickets. */
@Configuration(proxyBeanMethods = false)
@Profile("!standalone")
class TicketKeysRoute {

    private static final String PATH = "/.well-known/jwks.json";
    private static final MediaType JWK_SET = MediaType.parseMediaType("application/jwk-set+json");
    private static final Duration CACHED = Duration.ofMinutes(5);

    @Bean
    TicketKeys ticketKeys(SubgraphDocuments documents, TicketKeysProperties properties, Clock clock) {
        return new TicketKeys(() -> documents.fetch(properties.subgraph(), PATH), clock);
    }

    @Bean
    RouterFunction<ServerResponse> publicTicketKeys(TicketKeys keys) {
        return RouterFunctions.route()
                .GET(PATH, request -> keys.current()
                        .flatMap(TicketKeysRoute::published)
                        .switchIfEmpty(Mono.defer(TicketKeysRoute::unavailable)))
                .build();
    }

    private static Mono<ServerResponse> published(byte[] keys) {
        return ServerResponse.ok()
                .contentType(JWK_SET)
                .cacheControl(CacheControl.maxAge(CACHED).cachePublic())
                .bodyValue(keys);
    }

    private static Mono<ServerResponse> unavailable() {
        return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, GatewayError.RETRY_AFTER_OUTAGE)
                .build();
    }
}
