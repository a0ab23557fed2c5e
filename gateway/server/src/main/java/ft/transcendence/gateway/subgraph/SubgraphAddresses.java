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
public final class SubgraphAddresses {
    private final CurrentSubgraphSettings settings;
    private final Environment environment;

    SubgraphAddresses(CurrentSubgraphSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /**
     * An address, and who says so.
     *
     * @param origin the setting, the environment's variable, or the supergraph
     */
    public record Located(URI address, String origin) {}

    /** The address of a subgraph with its origin. */
    public Located locate(String subgraph, String routingUrl) {
        NamedSubgraphProperties own = settings.properties().named().get(subgraph);
        String origin = own != null && own.url() != null
                ? "gateway.subgraphs.named." + subgraph + ".url"
                : configured(subgraph).isPresent() ? SubgraphNames.addressVariable(subgraph) : "the supergraph";
        return new Located(resolve(subgraph, routingUrl), origin);
    }

    URI resolve(String subgraph, String routingUrl) {
        return configured(subgraph).orElseGet(() -> URI.create(routingUrl));
    }

    /** The address that is not the supergraph's; empty if there is none. */
    Optional<URI> configured(String subgraph) {
        NamedSubgraphProperties own = settings.properties().named().get(subgraph);
        if (own != null && own.url() != null) {
            return Optional.of(own.url());
        }
        String override = environment.getProperty(SubgraphNames.addressVariable(subgraph));
        return override == null || override.isBlank() ? Optional.empty() : Optional.of(URI.create(override));
    }
}
