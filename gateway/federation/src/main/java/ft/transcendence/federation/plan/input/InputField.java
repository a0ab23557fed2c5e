package ft.transcendence.federation.plan.input;

import java.util.List;

/**
 * One field of a representation.
 *
 * @param name the name under which the subgraph expects it; {@code __typename} is the object's runtime type
 * @param mergedKey the key under which the value lies in the merged tree
 * @param selections for an object (or list of objects): what is taken of each; empty for a leaf, which is copied whole
 */
public record InputField(String name, String mergedKey, List<InputSelection> selections) implements InputSelection {
    public InputField {
        selections = List.copyOf(selections);
    }
}
