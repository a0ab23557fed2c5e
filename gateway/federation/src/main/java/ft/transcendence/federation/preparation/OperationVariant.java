package ft.transcendence.federation.preparation;

import ft.transcendence.federation.authorization.Authorization;
import ft.transcendence.federation.cost.CostFormula;
import java.util.List;

/**
 * What is known of a normal form of an operation without planning it: its cost, and what of the caller and of the moment its plan depends on.
 *
 * @param key equal for equal normal forms, however they were written
 * @param fields how many fields the normal form has
 */
record OperationVariant(
        String key, int fields, Authorization.OperationRequirements requirements, List<String> overrideLabels, CostFormula cost) {

    /** The bytes it holds. */
    long weight() {
        long formula = cost instanceof CostFormula.Fixed ? 32 : fields * 250L;
        return 512 + formula + overrideLabels.size() * 64L;
    }
}
