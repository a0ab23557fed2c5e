package ft.transcendence.federation.operation;

import graphql.language.AstPrinter;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Numbers for the selection sets of a document. Sets with the same text have the same number. */
final class SelectionIds {
    private final Map<SelectionSet, Integer> known = new IdentityHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    int of(SelectionSet selections) {
        Integer id = known.get(selections);
        if (id == null) {
            StringBuilder text = new StringBuilder();
            selections.getSelections().forEach(selection -> append(selection, text));
            id = numbers.computeIfAbsent(text.toString(), ignored -> numbers.size());
            known.put(selections, id);
        }
        return id;
    }

    private void append(Selection<?> selection, StringBuilder text) {
        switch (selection) {
            case Field field -> {
                text.append(' ').append(field.getResultKey()).append(':').append(field.getName());
                append('(', field.getArguments(), text);
                append('@', field.getDirectives(), text);
                if (field.getSelectionSet() != null) {
                    text.append('{').append(of(field.getSelectionSet()));
                }
            }
            case InlineFragment fragment -> {
                text.append(" ...");
                if (fragment.getTypeCondition() != null) {
                    text.append(fragment.getTypeCondition().getName());
                }
                append('@', fragment.getDirectives(), text);
                text.append('{').append(of(fragment.getSelectionSet()));
            }
            case FragmentSpread spread -> {
                text.append(" .").append(spread.getName());
                append('@', spread.getDirectives(), text);
            }
            default -> throw new IllegalArgumentException("unknown selection " + selection);
        }
    }

    private static void append(char mark, List<? extends Node<?>> nodes, StringBuilder text) {
        nodes.forEach(node -> text.append(mark).append(AstPrinter.printAstCompact(node)));
    }
}
