package ft.transcendence.gateway.subgraph;

import java.net.URI;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The addresses of subgraphs. {@code gateway.subgraphs.named.NAME.url} takes precedence over the environment's {@code
 * SUBGRAPH_NAME_URL} (upper case, with underscores for anything but letters and digits), and that over the supergraph's routing
 * URL.
 */
@Component
final class SubgraphAddresses {
    private final SubgraphProperties properties;
    private final Environment environment;

    SubgraphAddresses(SubgraphProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
    }

    URI resolve(String subgraph, String routingUrl) {
        return configured(subgraph).orElseGet(() -> URI.create(routingUrl));
    }

    /** The address that is not the supergraph's; empty if there is none. */
    Optional<URI> configured(String subgraph) {
        SubgraphProperties.Named own = properties.named().get(subgraph);
        if (own != null && own.url() != null) {
            return Optional.of(own.url());
        }
        String override = environment.getProperty(SubgraphNames.addressVariable(subgraph));
        return override == null || override.isBlank() ? Optional.empty() : Optional.of(URI.create(override));
    }
}
