package ft.transcendence.composition.selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is selected of one type, in the order of the text; what is selected twice is there once. {@code toString()} returns its GraphQL text. */
public record SelectionSet(List<Selection> selections) {
    public static final SelectionSet EMPTY = new SelectionSet(List.of());

    public SelectionSet {
        selections = List.copyOf(selections);
    }

    /** Merges selections with the same key. */
    static SelectionSet merged(List<Selection> selections) {
        if (selections.size() == 1) {
            return new SelectionSet(selections);
        }
        Map<String, Selection> byKey = new LinkedHashMap<>();
        selections.forEach(selection -> byKey.merge(selection.key(), selection, SelectionSet::merge));
        return new SelectionSet(List.copyOf(byKey.values()));
    }

    private static Selection merge(Selection first, Selection second) {
        List<Selection> below = new ArrayList<>(first.selections().selections());
        below.addAll(second.selections().selections());
        return first.with(merged(below));
    }

    public boolean isEmpty() {
        return selections.isEmpty();
    }

    /** The text with the selections of each level sorted: sets that differ in order alone have the same one. */
    public String sorted() {
        return selections.stream()
                .map(selection -> selection.selections().isEmpty()
                        ? selection.key()
                        : selection.key() + " { " + selection.selections().sorted() + " }")
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return selections.stream().map(Selection::toString).collect(Collectors.joining(" "));
    }
}
