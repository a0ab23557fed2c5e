package ft.transcendence.gateway.supergraph;

import ft.transcendence.gateway.protection.Protection;
import ft.transcendence.gateway.protection.Protections;
import java.util.List;
import org.springframework.stereotype.Component;

/** What protects the engine and the subgraphs from operations. */
@Component
final class OperationProtections implements Protections {
    private final OperationLimitsProperties limits;

    OperationProtections(OperationLimitsProperties limits) {
        this.limits = limits;
    }

    @Override
    public List<Protection> protections() {
        return List.of(
                Protection.of(
                        true,
                        "operation limits",
                        "depth " + limits.maxDepth() + ", " + limits.maxFields() + " fields, " + limits.maxAliases()
                                + " aliases, " + limits.maxRootFields() + " root fields, " + limits.maxTokens()
                                + " tokens"),
                Protection.of(limits.maxCost() > 0, "cost limit", Long.toString(limits.maxCost())));
    }
}
