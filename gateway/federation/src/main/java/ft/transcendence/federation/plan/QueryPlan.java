package ft.transcendence.federation.plan;

import ft.transcendence.federation.plan.selection.OperationKind;
import java.util.Optional;

/**
 * How one operation is answered by subgraphs. {@code toString()} prints it in the notation used by federation gateways.
 *
 * @param operationKind of the client's operation
 * @param root empty when no subgraph has to be asked ({@code { __typename }}, introspection)
 */
public record QueryPlan(OperationKind operationKind, Optional<PlanNode> root) {
    @Override
    public String toString() {
        return PlanPrinter.print(this);
    }
}
