package ft.transcendence.federation.planner.build;

import ft.transcendence.federation.plan.selection.FieldSelection;
import ft.transcendence.federation.plan.selection.Selection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Response keys for the root fields of one request that serves several nodes. Equal fields are selected once. Where two nodes select the same
 * key with other arguments or other selections, the later one gets an alias.
 */
final class RootFieldKeys {
    private final Map<String, FieldSelection> fields = new HashMap<>();

    /** The root fields of one more node. */
    List<Selection> apart(List<Selection> selections) {
        return selections.stream().map(this::apart).toList();
    }

    private Selection apart(Selection selection) {
        if (!(selection instanceof FieldSelection field)) {
            throw new IllegalArgumentException("A root type has no type conditions");
        }
        FieldSelection candidate = field;
        int number = 0;
        while (fields.containsKey(candidate.responseKey()) && !candidate.equals(fields.get(candidate.responseKey()))) {
            candidate = field.withResponseKey("_" + number + "_" + field.mergedKey());
            number++;
        }
        fields.put(candidate.responseKey(), candidate);
        return candidate;
    }
}
