package ft.transcendence.federation.plan;

import java.util.List;

/**
 * Entities of one place of the merged tree that one {@code _entities} field asks for.
 *
 * @param path where the objects lie; the answers are merged into these same objects
 * @param representations one per kind of entity; an object takes the first whose runtime types fit, and is left out
 *     when none fits
 * @param contexts variables in the selections whose values come from enclosing objects
 * @param selections inline fragments, asked inside {@code _entities}
 */
public record EntityGroup(
        MergePath path,
        List<Representation> representations,
        List<ContextVariable> contexts,
        List<Selection> selections) {
    public EntityGroup {
        contexts = List.copyOf(contexts);
        representations = List.copyOf(representations);
        selections = List.copyOf(selections);
        if (representations.isEmpty() || selections.isEmpty()) {
            throw new IllegalArgumentException(
                    "an entity group at '" + path + "' needs representations and selections");
        }
    }
}
