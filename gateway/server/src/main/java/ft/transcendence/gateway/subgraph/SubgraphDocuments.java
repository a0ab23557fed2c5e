package ft.transcendence.gateway.subgraph;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Fetches what a subgraph publishes beside its GraphQL endpoint. Nothing of the client's request is passed on. */
@Component
@Profile("!standalone")
public final class SubgraphDocuments {
    private static final int LONGEST_DOCUMENT = 64 * 1024;

    private final SubgraphProperties properties;
    private final SubgraphAddresses addresses;
    private final WebClient client;

    SubgraphDocuments(SubgraphProperties properties, SubgraphAddresses addresses) {
        this.properties = properties;
        this.addresses = addresses;
        HttpClient http = HttpClient.create()
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(properties.connectTimeout().toMillis()));
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_DOCUMENT))
                .build();
    }

    /**
     * Fetches a document.
     *
     * @param subgraph the subgraph's name; its address must be configured
     * @param path the absolute path on the subgraph's host
     */
    public Mono<byte[]> fetch(String subgraph, String path) {
        Duration limit = properties.responseTimeoutOf(subgraph);
        return Mono.fromCallable(() -> addressOf(subgraph).resolve(path))
                .flatMap(address -> client.get()
                        .uri(address)
                        .headers(headers -> {
                            if (!properties.credential().isEmpty()) {
                                headers.set(HttpSubgraphTransport.CREDENTIAL_HEADER, properties.credential());
                            }
                        })
                        .retrieve()
                        .bodyToMono(byte[].class))
                .timeout(limit);
    }

    private URI addressOf(String subgraph) {
        return addresses
                .configured(subgraph)
                .orElseThrow(() -> new IllegalStateException(
                        "There is no " + SubgraphNames.addressVariable(subgraph) + " to fetch documents from"));
    }
}
