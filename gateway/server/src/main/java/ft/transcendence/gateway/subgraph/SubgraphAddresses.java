package ft.transcendence.gateway.subgraph;

import java.net.URI;
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
        SubgraphProperties.Named own = properties.named().get(subgraph);
        if (own != null && own.url() != null) {
            return own.url();
        }
        String override = environment.getProperty(SubgraphNames.addressVariable(subgraph));
        return URI.create(override == null || override.isBlank() ? routingUrl : override);
    }
}
