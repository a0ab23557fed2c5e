package ft.transcendence.federation.plan;

import ft.transcendence.federation.plan.input.ContextVariable;
import ft.transcendence.federation.plan.input.MergePath;
import ft.transcendence.federation.plan.input.Representation;
import ft.transcendence.federation.plan.selection.Selection;
import java.util.List;

/**
 * The entities at one position of the merged tree, fetched by one {@code _entities} field.
 *
 * @param path where the objects are; the response is merged into these same objects
 * @param representations one per kind of entity; an object takes the first whose runtime types match, and is left out if none does
 * @param contexts variables of the selections whose values come from enclosing objects
 * @param selections inline fragments for {@code _entities}
 * @param parts the same selections, split by the requirements of their fields: an object that lacks some requirements is fetched by the parts
 *     whose requirements it has. Empty if all fields have the same requirements
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
