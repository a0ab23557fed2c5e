package ft.transcendence.federation.planner.build;

import ft.transcendence.federation.plan.selection.Argument;
import ft.transcendence.federation.plan.selection.FieldSelection;
import ft.transcendence.federation.plan.selection.InlineFragment;
import ft.transcendence.federation.plan.selection.Occurrence;
import ft.transcendence.federation.plan.selection.Selection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Numbers selections so that equal ones get equal numbers. Each selection is visited once, however many selection sets contain it. */
final class SelectionNumbers {
    private final Map<Selection, Integer> known = new IdentityHashMap<>();
    private final Map<Content, Integer> numbers = new HashMap<>();

    /** A selection whose nested selections are numbers. */
    private sealed interface Content {
        record Field(
                String name,
                String responseKey,
                String mergedKey,
                List<Argument> arguments,
                List<Occurrence> occurrences,
                String valueType,
                List<Integer> below)
                implements Content {}

        record Fragment(String typeCondition, List<Integer> below) implements Content {}
    }

    int of(Selection selection) {
        Integer number = known.get(selection);
        if (number == null) {
            number = numbers.computeIfAbsent(content(selection), ignored -> numbers.size());
            known.put(selection, number);
        }
        return number;
    }

    private Content content(Selection selection) {
        return switch (selection) {
            case FieldSelection field ->
                new Content.Field(
                        field.name(),
                        field.responseKey(),
                        field.mergedKey(),
                        field.arguments(),
                        field.occurrences(),
                        field.valueType(),
                        field.selections().stream().map(this::of).toList());
            case InlineFragment fragment ->
                new Content.Fragment(
                        fragment.typeCondition(),
                        fragment.selections().stream().map(this::of).toList());
        };
    }
}
