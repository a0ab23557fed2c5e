package ft.transcendence.federation.document;

import ft.transcendence.federation.error.RequestError;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The validation rule "Single Root Field": a subscription selects one root field, which is no introspection field and, since the specification
 * of September 2025, has neither {@code @skip} nor {@code @include}. It replaces graphql-java's rule, which throws if the root has conditions.
 *
 * <p>The number of fields is checked for all operations of a document, the conditions only for the one that is executed: a query must not fail
 * because the document also contains a subscription that an older specification allowed.
 */
public final class SubscriptionRoots {

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();

    private SubscriptionRoots(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.putIfAbsent(fragment.getName(), fragment));
    }

    /** The selections at a root, with fragments spread. */
    private static final class Roots {
        private final List<Field> fields = new ArrayList<>();
        private final List<SourceLocation> conditions = new ArrayList<>();
        private final Set<String> spread = new HashSet<>();
    }

    /** The problems with the root fields of all subscriptions of the document, whose fragments may be missing or circular. */
    static List<RequestError> problems(Document document) {
        SubscriptionRoots rule = new SubscriptionRoots(document);
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(SubscriptionRoots::isSubscription)
                .flatMap(operation -> rule.fieldProblem(operation).stream())
                .toList();
    }

    /** The problem with conditions at the root of the operation that is executed. */
    public static Optional<RequestError> conditionProblem(Document document, OperationDefinition operation) {
        if (!isSubscription(operation)) {
            return Optional.empty();
        }
        List<SourceLocation> conditions = new SubscriptionRoots(document).roots(operation).conditions;
        return conditions.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        error(operation, "must not have the directives @skip and @include at its root.", conditions));
    }

    private static boolean isSubscription(OperationDefinition operation) {
        return operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION;
    }

    private Optional<RequestError> fieldProblem(OperationDefinition operation) {
        List<Field> fields = roots(operation).fields;
        List<SourceLocation> locations =
                fields.stream().map(Field::getSourceLocation).toList();
        if (fields.stream().map(Field::getResultKey).distinct().count() > 1) {
            return Optional.of(error(operation, "must select one root field.", locations));
        }
        return fields.stream().anyMatch(field -> field.getName().startsWith("__"))
                ? Optional.of(error(operation, "must not select an introspection field at its root.", locations))
                : Optional.empty();
    }

    private Roots roots(OperationDefinition operation) {
        Roots roots = new Roots();
        collect(operation.getSelectionSet(), roots);
        return roots;
    }

    private void collect(SelectionSet selections, Roots roots) {
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field -> {
                    addConditions(field.getDirectives(), roots);
                    roots.fields.add(field);
                }
                case InlineFragment fragment -> {
                    addConditions(fragment.getDirectives(), roots);
                    collect(fragment.getSelectionSet(), roots);
                }
                case FragmentSpread spread -> {
                    addConditions(spread.getDirectives(), roots);
                    FragmentDefinition fragment = fragments.get(spread.getName());
                    if (fragment != null && roots.spread.add(spread.getName())) {
                        collect(fragment.getSelectionSet(), roots);
                    }
                }
                default -> {}
            }
        }
    }

    private static void addConditions(List<graphql.language.Directive> directives, Roots roots) {
        directives.stream()
                .filter(directive -> directive.getName().equals("skip")
                        || directive.getName().equals("include"))
                .forEach(directive -> roots.conditions.add(directive.getSourceLocation()));
    }

    private static RequestError error(OperationDefinition operation, String problem, List<SourceLocation> locations) {
        String subject =
                operation.getName() == null ? "A subscription" : "Subscription \"" + operation.getName() + "\"";
        return new RequestError(subject + " " + problem, locations, "GRAPHQL_VALIDATION_FAILED");
    }
}
