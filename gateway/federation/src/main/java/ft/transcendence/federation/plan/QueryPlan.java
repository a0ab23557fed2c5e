package ft.transcendence.federation.plan;

import ft.transcendence.federation.OperationKind;
import java.util.Optional;

/**
 * The fetches that resolve one operation. {@code toString()} prints it in the notation that federation gateways share.
 *
 * @param operationKind the kind of the client's operation
 * @param root empty if no subgraph is needed ({@code { __typename }}, introspection)
 */
public record QueryPlan(OperationKind operationKind, Optional<PlanNode> root) {
    @Override
    public String toString() {
        return PlanPrinter.print(this);
    }
}
