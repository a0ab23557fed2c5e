package ft.transcendence.gateway.subgraph;

import java.net.URI;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The addresses of subgraphs. {@code gateway.subgraphs.named.NAME.url}, or {@code urls}, takes precedence over the environment's {@code
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
     * Addresses, and who says so.
     *
     * @param origin the setting, the environment's variable, or the supergraph
     */
    public record Located(List<URI> addresses, String origin) {}

    /** The addresses of a subgraph with their origin. */
    public Located locate(String subgraph, String routingUrl) {
        NamedSubgraphProperties own = settings.properties().named().get(subgraph);
        String origin = own != null && !own.addresses().isEmpty()
                ? "gateway.subgraphs.named." + subgraph
                : configured(subgraph).isEmpty() ? "the supergraph" : SubgraphNames.addressVariable(subgraph);
        return new Located(resolve(subgraph, routingUrl), origin);
    }

    /** At least one address. */
    List<URI> resolve(String subgraph, String routingUrl) {
        List<URI> configured = configured(subgraph);
        return configured.isEmpty() ? List.of(URI.create(routingUrl)) : configured;
    }

    /** The addresses that are not the supergraph's; empty if there are none. */
    List<URI> configured(String subgraph) {
        NamedSubgraphProperties own = settings.properties().named().get(subgraph);
        if (own != null && !own.addresses().isEmpty()) {
            return own.addresses();
        }
        String override = environment.getProperty(SubgraphNames.addressVariable(subgraph));
        return override == null || override.isBlank() ? List.of() : List.of(URI.create(override));
    }
}
