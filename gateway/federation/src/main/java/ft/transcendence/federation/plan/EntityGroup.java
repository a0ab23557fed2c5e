package ft.transcendence.federation.plan;

import ft.transcendence.federation.plan.input.ContextVariable;
import ft.transcendence.federation.plan.input.MergePath;
import ft.transcendence.federation.plan.input.Representation;
import ft.transcendence.federation.plan.selection.Selection;
import java.util.List;

/**
 * Entities of one place of the merged tree that one {@code _entities} field asks for.
 *
 * @param path where the objects lie; the answers are merged into these same objects
 * @param representations one per kind of entity; an object takes the first whose runtime types fit, and is left out
 *     when none fits
 * @param contexts variables in the selections whose values come from enclosing objects
 * @param selections inline fragments, asked inside {@code _entities}
 * @param parts the same selections, divided by the requirements of their fields: an object that lacks some of them is asked for by
 *     those parts whose requirements it has. Empty when all fields need the same
 */
public record EntityGroup(
        MergePath path,
        List<Representation> representations,
        List<ContextVariable> contexts,
        List<Selection> selections,
        List<EntityGroup> parts) {
    public EntityGroup {
        contexts = List.copyOf(contexts);
        representations = List.copyOf(representations);
        selections = List.copyOf(selections);
        parts = List.copyOf(parts);
        if (representations.isEmpty() || selections.isEmpty()) {
            throw new IllegalArgumentException(
                    "an entity group at '" + path + "' needs representations and selections");
        }
    }
}
