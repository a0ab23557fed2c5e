package ft.transcendence.gateway.subgraph;

import ft.transcendence.gateway.client.ReloadedTls;
import io.netty.channel.ChannelOption;
import java.net.URI;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Fetches what a subgraph publishes beside its GraphQL endpoint. Nothing of the client's request is passed on. */
@Component
public final class SubgraphDocuments {
    private static final int LONGEST_DOCUMENT = 64 * 1024;

    private final CurrentSubgraphSettings settings;
    private final SubgraphAddresses addresses;

    SubgraphDocuments(CurrentSubgraphSettings settings, SubgraphAddresses addresses) {
        this.settings = settings;
        this.addresses = addresses;
    }

    /**
     * Fetches a document.
     *
     * @param subgraph the subgraph's name; its address must be configured
     * @param path the absolute path on the subgraph's host
     */
    public Mono<byte[]> fetch(String subgraph, String path) {
        SubgraphSettings own = settings.of(subgraph);
        return Mono.fromCallable(() -> addressOf(subgraph).resolve(path))
                .flatMap(address -> clientFor(own, address)
                        .get()
                        .uri(address)
                        .headers(headers -> own.proof().ifPresent(proof -> headers.set(proof.name(), proof.value())))
                        .retrieve()
                        .bodyToMono(byte[].class))
                .timeout(own.responseTimeout());
    }

    /** Documents are rare, and connections are shared by all clients. */
    private static WebClient clientFor(SubgraphSettings settings, URI address) {
        HttpClient http = HttpClient.create()
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.connectTimeout().toMillis()));
        return WebClient.builder()
                .clientConnector(
                        new ReactorClientHttpConnector(settings.secured(http, address, ReloadedTls.of(settings.tls()))))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_DOCUMENT))
                .build();
    }

    private URI addressOf(String subgraph) {
        return addresses.configured(subgraph).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "There is no " + SubgraphNames.addressVariable(subgraph) + " to fetch documents from"));
    }
}
