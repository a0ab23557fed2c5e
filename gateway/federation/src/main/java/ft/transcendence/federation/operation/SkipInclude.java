package ft.transcendence.federation.operation;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.VariableReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The {@code @skip} and {@code @include} directives of a document, and the conditions of {@code @defer}. */
public final class SkipInclude {
    private SkipInclude() {}

    /** The sorted names of all variables in {@code @skip}, {@code @include} and {@code @defer(if:)}. With the document, their values identify a normalized operation. */
    public static SequencedSet<String> variables(Document document) {
        SequencedSet<String> names = new TreeSet<>();
        Deque<Node<?>> open = new ArrayDeque<>();
        for (Definition<?> definition : document.getDefinitions()) {
            open.push(definition);
        }
        while (!open.isEmpty()) {
            Node<?> node = open.pop();
            if (node instanceof Directive directive
                    && (isCondition(directive) || directive.getName().equals("defer"))) {
                collect(directive, names);
            }
            for (Node<?> child : node.getChildren()) {
                open.push(child);
            }
        }
        return names;
    }

    /** Whether any fragment of a document has {@code @defer}. */
    public static boolean defers(Document document) {
        Deque<Node<?>> open = new ArrayDeque<>();
        for (Definition<?> definition : document.getDefinitions()) {
            open.push(definition);
        }
        while (!open.isEmpty()) {
            Node<?> node = open.pop();
            if (node instanceof Directive directive && directive.getName().equals("defer")) {
                return true;
            }
            for (Node<?> child : node.getChildren()) {
                open.push(child);
            }
        }
        return false;
    }

    private static void collect(Directive directive, SequencedSet<String> names) {
        Argument condition = directive.getArgument("if");
        if (condition != null && condition.getValue() instanceof VariableReference variable) {
            names.add(variable.getName());
        }
    }

    private static boolean isCondition(Directive directive) {
        return directive.getName().equals("skip") || directive.getName().equals("include");
    }

    /** Whether a field or fragment is included and not skipped. */
    static boolean isSelected(DirectivesContainer<?> selection, Predicate<String> variables) {
        List<Directive> directives = selection.getDirectives();
        for (Directive directive : directives) {
            if (isCondition(directive)
                    && isTrue(directive, variables) == directive.getName().equals("skip")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTrue(Directive directive, Predicate<String> variables) {
        Argument condition = directive.getArgument("if");
        if (condition == null) {
            return false;
        }
        return switch (condition.getValue()) {
            case BooleanValue value -> value.isValue();
            case VariableReference variable -> variables.test(variable.getName());
            default -> false;
        };
    }
}
