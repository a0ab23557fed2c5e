package ft.transcendence.composition.merge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the {@code @override}s of one field mean for each subgraph, by number. */
final class FieldOverride {
    static final FieldOverride NONE = new FieldOverride();

    private final Set<Integer> usedOverridden = new HashSet<>();
    private final Set<Integer> unusedOverridden = new HashSet<>();
    private final Set<Integer> withUnknownSource = new HashSet<>();
    private final Map<Integer, String> labels = new HashMap<>();

    /** The subgraph's field is overridden, but its keys, requirements or interfaces still need it. */
    void markUsedOverridden(int subgraph) {
        usedOverridden.add(subgraph);
    }

    void markUnusedOverridden(int subgraph) {
        unusedOverridden.add(subgraph);
    }

    void markUnknownSource(int subgraph) {
        withUnknownSource.add(subgraph);
    }

    void label(int subgraph, String label) {
        labels.put(subgraph, label);
    }

    boolean isUsedOverridden(int subgraph) {
        return usedOverridden.contains(subgraph);
    }

    boolean isUnusedOverridden(int subgraph) {
        return unusedOverridden.contains(subgraph);
    }

    boolean isOverridden(int subgraph) {
        return isUsedOverridden(subgraph) || isUnusedOverridden(subgraph);
    }

    boolean hasUnknownSource(int subgraph) {
        return withUnknownSource.contains(subgraph);
    }

    /** The label of a progressive override, in the old and in the new subgraph. */
    Optional<String> label(int subgraph) {
        return Optional.ofNullable(labels.get(subgraph));
    }

    /** Whether the supergraph must tell of the overrides, even if all subgraphs have the field. */
    boolean needsJoin() {
        return !usedOverridden.isEmpty() || !labels.isEmpty();
    }
}
