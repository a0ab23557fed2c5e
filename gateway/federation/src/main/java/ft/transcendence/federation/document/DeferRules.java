package ft.transcendence.federation.document;

import ft.transcendence.federation.error.RequestError;
import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.VariableReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The validation rules for {@code @defer} of the
 * <a href="https://github.com/graphql/graphql-spec/pull/1110">specification draft about incremental delivery</a>: labels are unique literals;
 * fragments at the root of a mutation are not deferred, because its fields run one after the other; and nothing of a subscription is, because each
 * event has one response. A directive that is turned off by a literal or may be turned off by a variable is allowed in subscriptions.
 */
final class DeferRules {

    private static final String CODE = "GRAPHQL_VALIDATION_FAILED";

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final List<RequestError> problems = new ArrayList<>();

    private DeferRules(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.putIfAbsent(fragment.getName(), fragment));
    }

    /** The problems of a document, whose fragments may be missing or circular. */
    static List<RequestError> problems(Document document, DeferSupport support) {
        DeferRules rules = new DeferRules(document);
        Set<String> labels = new HashSet<>();
        for (Directive defer : directives(document)) {
            if (support == DeferSupport.UNKNOWN) {
                rules.report(defer, "Unknown directive 'defer'.");
            } else {
                rules.checkLabel(defer, labels);
            }
        }
        if (support == DeferSupport.UNKNOWN) {
            return rules.problems;
        }
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            switch (operation.getOperation()) {
                case QUERY -> {}
                case MUTATION -> rules.checkRoot(operation.getSelectionSet(), new HashSet<>());
                case SUBSCRIPTION -> rules.checkSubscription(operation.getSelectionSet(), new HashSet<>());
            }
        }
        return rules.problems;
    }

    private static List<Directive> directives(Document document) {
        List<Directive> found = new ArrayList<>();
        Deque<Node<?>> open = new ArrayDeque<>();
        for (Definition<?> definition : document.getDefinitions()) {
            open.add(definition);
        }
        while (!open.isEmpty()) {
            Node<?> node = open.poll();
            if (node instanceof Directive directive && directive.getName().equals("defer")) {
                found.add(directive);
            }
            for (Node<?> child : node.getChildren()) {
                open.add(child);
            }
        }
        return found;
    }

    private void checkLabel(Directive defer, Set<String> labels) {
        Argument label = defer.getArgument("label");
        if (label == null) {
            return;
        }
        if (label.getValue() instanceof VariableReference) {
            report(defer, "The label of @defer must be a literal, not a variable.");
        } else if (label.getValue() instanceof StringValue text && !labels.add(text.getValue())) {
            report(defer, "The label \"" + text.getValue() + "\" of @defer must be unique in the document.");
        }
    }

    /** Checks the fragments at the root of a mutation. */
    private void checkRoot(SelectionSet selections, Set<String> spread) {
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field) {
                continue;
            }
            Directive defer = defer(selection);
            if (defer != null && !isOff(defer)) {
                report(defer, "@defer must not be used at the root of a mutation.");
            }
            SelectionSet below = below(selection, spread);
            if (below != null) {
                checkRoot(below, spread);
            }
        }
    }

    private void checkSubscription(SelectionSet selections, Set<String> spread) {
        for (Selection<?> selection : selections.getSelections()) {
            Directive defer = defer(selection);
            if (defer != null && !isOff(defer) && !isConditional(defer)) {
                report(
                        defer,
                        "@defer must not be used in a subscription, unless it is disabled by its argument \"if\".");
            }
            SelectionSet below = below(selection, spread);
            if (below != null) {
                checkSubscription(below, spread);
            }
        }
    }

    private @Nullable SelectionSet below(Selection<?> selection, Set<String> spread) {
        return switch (selection) {
            case Field field -> field.getSelectionSet();
            case InlineFragment fragment -> fragment.getSelectionSet();
            case FragmentSpread named -> {
                FragmentDefinition fragment = fragments.get(named.getName());
                yield fragment != null && spread.add(named.getName()) ? fragment.getSelectionSet() : null;
            }
            default -> null;
        };
    }

    private static @Nullable Directive defer(Selection<?> selection) {
        return selection instanceof DirectivesContainer<?> container && !(selection instanceof Field)
                ? container.getDirectives("defer").stream().findFirst().orElse(null)
                : null;
    }

    private static boolean isOff(Directive defer) {
        Argument condition = defer.getArgument("if");
        return condition != null && condition.getValue() instanceof BooleanValue value && !value.isValue();
    }

    private static boolean isConditional(Directive defer) {
        Argument condition = defer.getArgument("if");
        return condition != null && condition.getValue() instanceof VariableReference;
    }

    private void report(Directive defer, String problem) {
        problems.add(new RequestError(problem, List.of(defer.getSourceLocation()), CODE));
    }
}
