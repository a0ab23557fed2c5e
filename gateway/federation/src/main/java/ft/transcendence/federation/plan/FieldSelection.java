package ft.transcendence.federation.plan;

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
 * @param valueType the named type of the value in the subgraph, of which the selections are
 * @param selections empty for a leaf
 */
public record FieldSelection(
        String name,
        String responseKey,
        String mergedKey,
        List<Argument> arguments,
        String valueType,
        List<Selection> selections)
        implements Selection {
    public FieldSelection {
        arguments = List.copyOf(arguments);
        selections = List.copyOf(selections);
    }

    public boolean isLeaf() {
        return selections.isEmpty();
    }
}
