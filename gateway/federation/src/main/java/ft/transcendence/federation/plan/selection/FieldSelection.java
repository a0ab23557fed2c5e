package ft.transcendence.federation.plan.selection;

import java.util.List;

/**
 * A field selected from a subgraph.
 *
 * <p>Within one selection set, inline fragments included, a response key always lands under the same merged key, so a response can be decoded
 * by response keys alone. Equal response keys in different fragments may have different nested selections; the response has those of the
 * fragment that applies.
 *
 * @param name the field's name in the subgraph
 * @param responseKey the key in the subgraph's response; differs from the name if the request needs an alias
 * @param mergedKey the key of the value in the merged tree: the client's response key, or an internal key that none of the client's collides
 *     with
 * @param arguments in the order in which they are written
 * @param occurrences how often it is written and with which directives; empty for once without directives
 * @param valueType the named type of the value in the subgraph, which the nested selections are on
 * @param selections empty for a leaf
 */
public record FieldSelection(
        String name,
        String responseKey,
        String mergedKey,
        List<Argument> arguments,
        List<Occurrence> occurrences,
        String valueType,
        List<Selection> selections)
        implements Selection {
    public FieldSelection {
        arguments = List.copyOf(arguments);
        occurrences = List.copyOf(occurrences);
        selections = List.copyOf(selections);
    }

    /** The {@code __typename} field under a merged key. */
    public static FieldSelection typename(String mergedKey) {
        return new FieldSelection("__typename", "__typename", mergedKey, List.of(), List.of(), "String", List.of());
    }

    /** This field with another response key. */
    public FieldSelection withResponseKey(String otherKey) {
        return new FieldSelection(name, otherKey, mergedKey, arguments, occurrences, valueType, selections);
    }

    public boolean isLeaf() {
        return selections.isEmpty();
    }
}
