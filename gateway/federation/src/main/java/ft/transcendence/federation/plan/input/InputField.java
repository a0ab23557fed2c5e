package ft.transcendence.federation.plan.input;

import java.util.List;

/**
 * One field of a representation.
 *
 * @param name the field's name in the subgraph; {@code __typename} is the object's runtime type
 * @param mergedKey the key of the value in the merged tree
 * @param selections for an object or a list of objects, the fields to copy; empty for a leaf, which is copied whole
 */
public record InputField(String name, String mergedKey, List<InputSelection> selections) implements InputSelection {
    public InputField {
        selections = List.copyOf(selections);
    }
}
