package ft.transcendence.federation.preparation;

import ft.transcendence.federation.CostLimit;
import ft.transcendence.federation.OperationObserver;
import ft.transcendence.federation.cost.CostEstimator;
import ft.transcendence.federation.cost.CostFormula;
import ft.transcendence.federation.cost.UnknownCostException;
import ft.transcendence.federation.error.RequestError;
import ft.transcendence.federation.error.RequestRefusedException;
import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.variables.VariableValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses operations whose estimated cost exceeds the limit, if there is one. */
public final class DemandControl {

    private static final CostFormula NOTHING = new CostFormula.Fixed(0);

    private final @Nullable CostEstimator estimator;
    private final double maxCost;
    private final boolean enforced;

    public DemandControl(Supergraph supergraph, @Nullable CostLimit limit) {
        this.estimator = limit == null ? null : new CostEstimator(supergraph, limit.listSize());
        this.maxCost = limit == null ? Double.MAX_VALUE : limit.maxCost();
        this.enforced = limit != null && limit.mode() == CostLimit.Mode.ENFORCE;
    }

    CostFormula estimate(NormalizedOperation operation) {
        return estimator == null ? NOTHING : estimator.estimate(operation);
    }

    /**
     * @param observer gets the estimate
     * @throws RequestRefusedException if the cost with these variables exceeds the limit or cannot be estimated
     */
    void check(CostFormula cost, VariableValues variables, OperationObserver observer) {
        if (estimator == null) {
            return;
        }
        double estimate;
        try {
            estimate = cost.of(variables);
        } catch (UnknownCostException unknown) {
            if (!enforced) {
                return;
            }
            throw new RequestRefusedException(String.valueOf(unknown.getMessage()), "COST_SLICING_ARGUMENTS");
        }
        observer.costEstimated(estimate);
        if (enforced && estimate > maxCost) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("estimatedCost", Math.round(estimate));
            details.put("maximumCost", Math.round(maxCost));
            throw new RequestRefusedException(List.of(new RequestError(
                    "The operation is estimated to cost %.0f; the limit is %.0f.".formatted(estimate, maxCost),
                    List.of(),
                    "COST_ESTIMATED_TOO_EXPENSIVE",
                    details)));
        }
    }
}
