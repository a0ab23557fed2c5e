package ft.transcendence.gateway.subgraph;

import ft.transcendence.gateway.protection.Protection;
import ft.transcendence.gateway.protection.Protections;
import java.util.List;
import org.springframework.stereotype.Component;

/** What protects subgraphs from callers that bypass the gateway, and clients from what subgraphs say. */
@Component
final class SubgraphProtections implements Protections {
    private final SubgraphProperties subgraphs;
    private final SubgraphErrorProperties errors;

    SubgraphProtections(SubgraphProperties subgraphs, SubgraphErrorProperties errors) {
        this.subgraphs = subgraphs;
        this.errors = errors;
    }

    @Override
    public List<Protection> protections() {
        return List.of(
                Protection.of(subgraphs.haveCredentials(), "credential for subgraphs"),
                Protection.of(!errors.include(), "errors of subgraphs redacted"));
    }
}
