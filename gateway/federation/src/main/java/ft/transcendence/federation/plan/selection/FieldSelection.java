package ft.transcendence.federation.plan.selection;

import java.util.List;

/**
 * A field asked of a subgraph.
 *
 * <p>Within one selection set (its inline fragments included) a response key always lands under the same merged key, so
 * an answer can be decoded by response key alone. The sub-selections of equal response keys in different fragments may
 * differ; the answer holds those of the fragment that applies.
 *
 * @param name the field's name in the subgraph; {@code __typename} lands under {@code __typename}
 * @param responseKey the key in the subgraph's answer; differs from the name when the request needs an alias
 * @param mergedKey the key under which the value lands in the merged tree: the client's response key, or an internal
 *     key that collides with none of the client's
 * @param arguments in the order they are written
 * @param occurrences how often it is written and with which directives; empty for once without any
 * @param valueType the named type of the value in the subgraph, of which the selections are
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

    /** {@code __typename}, asked for what follows. */
    public static FieldSelection typename(String mergedKey) {
        return new FieldSelection("__typename", "__typename", mergedKey, List.of(), List.of(), "String", List.of());
    }

    /** This field with another key in the answer. */
    public FieldSelection withResponseKey(String otherKey) {
        return new FieldSelection(name, otherKey, mergedKey, arguments, occurrences, valueType, selections);
    }

    public boolean isLeaf() {
        return selections.isEmpty();
    }
}
