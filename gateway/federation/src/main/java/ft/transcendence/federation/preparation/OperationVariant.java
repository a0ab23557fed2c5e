package ft.transcendence.federation.preparation;

import ft.transcendence.federation.OperationSummary;
import ft.transcendence.federation.authorization.Authorization;
import ft.transcendence.federation.cost.CostFormula;
import java.util.List;
import java.util.Set;

/**
 * An operation's normal form before planning: its cost, and what its plan depends on beside the operation.
 *
 * @param key equal for equal normal forms, however the operations were written
 * @param fields how many fields the normal form has
 * @param coordinates of its fields
 */
record OperationVariant(
        String key,
        int fields,
        Set<String> coordinates,
        Authorization.OperationRequirements requirements,
        List<String> overrideLabels,
        CostFormula cost) {

    /** @param operation what this is a form of */
    OperationSummary summary(PreparedOperation operation) {
        return new OperationSummary(operation.kind(), operation.name(), coordinates, requirements.policies());
    }

    /** The estimated size in bytes. */
    long weight() {
        long formula = cost instanceof CostFormula.Fixed ? 32 : fields * 250L;
        return 512 + formula + coordinates.size() * 64L + overrideLabels.size() * 64L;
    }
}
