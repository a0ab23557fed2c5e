package ft.transcendence.example.spring;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

/** Calls subgraphs with Spring's HTTP client, which does not block threads. */
// tag::spring-transport[]
@Component
final class SubgraphWebClient implements SubgraphTransport {

    private final WebClient http = WebClient.builder()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 << 20))
            .build();

    @Override
    @SuppressWarnings("NullAway") // there always is a response: instead of no body an empty one
    public CompletableFuture<SubgraphResponse> send(SubgraphRequest request) {
        return http.post()
                .uri(request.url())
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> request.context()
                        .attribute("authorization")
                        .ifPresent(value -> headers.set(HttpHeaders.AUTHORIZATION, value.toString())))
                .bodyValue(request.bodyAsBytes())
                .exchangeToMono(response -> response.bodyToMono(byte[].class)
                        .defaultIfEmpty(new byte[0])
                        .map(body -> new SubgraphResponse(response.statusCode().value(), body)))
                .timeout(Duration.ofSeconds(5))
                .toFuture();
    }
}
// end::spring-transport[]
