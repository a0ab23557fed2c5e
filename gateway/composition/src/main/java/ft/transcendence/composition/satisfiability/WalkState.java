package ft.transcendence.composition.satisfiability;

import java.util.List;
import java.util.Set;

/**
 * An object of the API schema on a path, with all ways in which subgraphs serve the path.
 *
 * @param objects one for each graph node at which the path ends, without those that lead to nothing more than others
 * @param contexts the values that enclosing objects supply
 */
record WalkState(
        ApiPath path,
        String objectType,
        List<ReachableObject> objects,
        Set<ContextValues.Value> contexts,
        LabelChoices labels) {

    /** Whether all that can be resolved in the other state can be resolved in this one, so that this one needs no check of its own. */
    boolean isAtLeast(WalkState other) {
        return other.labels.areAmong(labels)
                && contexts.containsAll(other.contexts)
                && other.objects.stream().allMatch(object -> objects.stream().anyMatch(mine -> mine.isAtLeast(object)));
    }

    WalkState with(LabelChoices chosen) {
        return chosen.equals(labels) ? this : new WalkState(path, objectType, objects, contexts, chosen);
    }

    WalkState at(ApiPath next, String type, List<ReachableObject> reached) {
        return new WalkState(next, type, reached, contexts, labels);
    }
}
