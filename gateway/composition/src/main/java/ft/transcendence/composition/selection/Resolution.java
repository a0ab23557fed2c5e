package ft.transcendence.composition.selection;

import ft.transcendence.composition.schema.Field;
import java.util.List;

/** What became of resolving the text of a selection. */
public sealed interface Resolution {

    /** The fields that were found, in the order of the text: all, or those before the first mistake. */
    List<Field> visited();

    /** Every field exists. The selection can still lack arguments or selections: see {@link SelectionValidity}. */
    record Resolved(SelectionSet selections, List<Field> visited) implements Resolution {
        public Resolved {
            visited = List.copyOf(visited);
        }
    }

    /**
     * The text is no selection, or selects what does not exist.
     *
     * @param problem what is wrong, as the end of a sentence
     */
    record Unresolved(String problem, List<Field> visited) implements Resolution {
        public Unresolved {
            visited = List.copyOf(visited);
        }
    }
}
