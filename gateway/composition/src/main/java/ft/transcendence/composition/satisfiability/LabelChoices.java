package ft.transcendence.composition.satisfiability;

import ft.transcendence.federation.supergraph.FieldJoin;
import ft.transcendence.federation.supergraph.SupergraphField;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which labels of progressive {@code @override}s a path assumes to be active, and which not. */
record LabelChoices(Set<String> active, Set<String> inactive) {
    static final LabelChoices NONE = new LabelChoices(Set.of(), Set.of());

    LabelChoices {
        active = Set.copyOf(active);
        inactive = Set.copyOf(inactive);
    }

    /** The choices under which a field has to be resolved: two if it has a label that is open. */
    List<LabelChoices> forField(SupergraphField field) {
        Optional<String> label = label(field);
        if (label.isEmpty() || active.contains(label.get()) || inactive.contains(label.get())) {
            return List.of(this);
        }
        return List.of(
                new LabelChoices(with(active, label.get()), inactive),
                new LabelChoices(active, with(inactive, label.get())));
    }

    private static Optional<String> label(SupergraphField field) {
        for (FieldJoin join : field.joins().values()) {
            if (join.overrideLabel().isPresent()) {
                return join.overrideLabel();
            }
        }
        return Optional.empty();
    }

    private static Set<String> with(Set<String> labels, String label) {
        Set<String> more = new HashSet<>(labels);
        more.add(label);
        return more;
    }

    /** Whether these choices were made by the other path too. */
    boolean areAmong(LabelChoices other) {
        return other.active.containsAll(active) && other.inactive.containsAll(inactive);
    }
}
