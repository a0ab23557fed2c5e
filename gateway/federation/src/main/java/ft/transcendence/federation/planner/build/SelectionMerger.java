package ft.transcendence.federation.planner.build;

import ft.transcendence.federation.plan.selection.FieldSelection;
import ft.transcendence.federation.plan.selection.InlineFragment;
import ft.transcendence.federation.plan.selection.Occurrence;
import ft.transcendence.federation.plan.selection.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merges equal fields, and fragments on the same type, of a selection set. */
final class SelectionMerger {
    private SelectionMerger() {}

    static List<Selection> merge(List<Selection> selections) {
        Map<String, Selection> merged = new LinkedHashMap<>();
        for (Selection selection : selections) {
            switch (selection) {
                case FieldSelection field -> merged.merge(field.responseKey(), field, SelectionMerger::both);
                case InlineFragment fragment ->
                    merged.merge("... on " + fragment.typeCondition(), fragment, SelectionMerger::both);
            }
        }
        return new ArrayList<>(merged.values());
    }

    private static Selection both(Selection one, Selection other) {
        if (one instanceof FieldSelection first && other instanceof FieldSelection second) {
            return new FieldSelection(
                    first.name(),
                    first.responseKey(),
                    first.mergedKey(),
                    first.arguments(),
                    Occurrence.both(first.occurrences(), second.occurrences()),
                    first.valueType(),
                    together(first.selections(), second.selections()));
        }
        if (one instanceof InlineFragment first && other instanceof InlineFragment second) {
            return new InlineFragment(first.typeCondition(), together(first.selections(), second.selections()));
        }
        throw new IllegalArgumentException("A field and a fragment cannot be merged");
    }

    private static List<Selection> together(List<Selection> one, List<Selection> other) {
        if (one == other) {
            return one;
        }
        List<Selection> all = new ArrayList<>(one);
        all.addAll(other);
        return merge(all);
    }
}
