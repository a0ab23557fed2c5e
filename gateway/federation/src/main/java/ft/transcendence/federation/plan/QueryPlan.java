package ft.transcendence.federation.plan;

import ft.transcendence.federation.OperationKind;
import java.util.List;
import java.util.Optional;

/**
 * The fetches that resolve one operation. {@code toString()} prints it in the notation that federation gateways share.
 *
 * @param operationKind the kind of the client's operation
 * @param root empty if no subgraph is needed ({@code { __typename }}, introspection)
 * @param deferred what is fetched for the deferred parts of the response; {@code root} is for its primary part
 */
public record QueryPlan(OperationKind operationKind, Optional<PlanNode> root, List<DeferredNode> deferred) {

    public QueryPlan {
        deferred = List.copyOf(deferred);
    }

    /** A plan that defers nothing. */
    public QueryPlan(OperationKind operationKind, Optional<PlanNode> root) {
        this(operationKind, root, List.of());
    }

    @Override
    public String toString() {
        return PlanPrinter.print(this);
    }
}
