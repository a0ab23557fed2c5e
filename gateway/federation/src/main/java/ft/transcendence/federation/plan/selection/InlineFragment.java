package ft.transcendence.federation.plan.selection;

import java.util.List;

/**
 * Selections for objects of one type.
 *
 * @param typeCondition a type of the subgraph: an object type, an interface, or an interface object
 */
public record InlineFragment(String typeCondition, List<Selection> selections) implements Selection {
    public InlineFragment {
        selections = List.copyOf(selections);
        if (selections.isEmpty()) {
            throw new IllegalArgumentException("A fragment on " + typeCondition + " selects nothing");
        }
    }
}
