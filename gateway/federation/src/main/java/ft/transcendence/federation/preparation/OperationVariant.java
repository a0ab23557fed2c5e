package ft.transcendence.federation.preparation;

import ft.transcendence.federation.authorization.Authorization;
import ft.transcendence.federation.cost.CostFormula;
import java.util.List;

/**
 * An operation's normal form before planning: its cost, and what its plan depends on beside the operation.
 *
 * @param key equal for equal normal forms, however the operations were written
 * @param fields how many fields the normal form has
 */
record OperationVariant(
        String key,
        int fields,
        Authorization.OperationRequirements requirements,
        List<String> overrideLabels,
        CostFormula cost) {

    /** The estimated size in bytes. */
    long weight() {
        long formula = cost instanceof CostFormula.Fixed ? 32 : fields * 250L;
        return 512 + formula + overrideLabels.size() * 64L;
    }
}
