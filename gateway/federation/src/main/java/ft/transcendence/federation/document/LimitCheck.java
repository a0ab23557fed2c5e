package ft.transcendence.federation.document;

import ft.transcendence.federation.Limits;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the size of a document as if its fragments were spread, but measures each fragment only once. It runs before validation, whose rules
 * take more than linear time, so it has to deal with fragments that are missing or circular.
 */
final class LimitCheck {

    private static final Extent NOTHING = new Extent(0, 0, 0, 0);

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Extent> measured = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    private LimitCheck(Document document) {
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof FragmentDefinition fragment) {
                fragments.put(fragment.getName(), fragment);
            }
        }
    }

    /** The size of a selection set. */
    private record Extent(int depth, long fields, long aliases, long rootFields) {

        Extent and(Extent other) {
            return new Extent(
                    Math.max(depth, other.depth),
                    capped(fields + other.fields),
                    capped(aliases + other.aliases),
                    capped(rootFields + other.rootFields));
        }

        private static long capped(long count) {
            return Math.min(count, Integer.MAX_VALUE);
        }
    }

    /** The first limit that an operation of the document exceeds. */
    static Optional<String> problem(Document document, Limits limits) {
        LimitCheck check = new LimitCheck(document);
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof OperationDefinition operation) {
                Optional<String> problem = problem(check.measure(operation.getSelectionSet()), limits);
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problem(Extent extent, Limits limits) {
        if (extent.depth > limits.maxDepth()) {
            return exceeded("is nested " + extent.depth + " levels deep", limits.maxDepth());
        }
        if (extent.fields > limits.maxFields()) {
            return exceeded("selects " + extent.fields + " fields", limits.maxFields());
        }
        if (extent.aliases > limits.maxAliases()) {
            return exceeded("has " + extent.aliases + " aliases", limits.maxAliases());
        }
        if (extent.rootFields > limits.maxRootFields()) {
            return exceeded("has " + extent.rootFields + " root fields", limits.maxRootFields());
        }
        return Optional.empty();
    }

    private static Optional<String> exceeded(String what, int limit) {
        return Optional.of("The operation " + what + "; the limit is " + limit + ".");
    }

    private Extent measure(@Nullable SelectionSet selections) {
        Extent extent = NOTHING;
        if (selections == null) {
            return extent;
        }
        for (Selection<?> selection : selections.getSelections()) {
            extent = extent.and(
                    switch (selection) {
                        case Field field -> measure(field);
                        case InlineFragment fragment -> measure(fragment.getSelectionSet());
                        case FragmentSpread spread -> measure(spread.getName());
                        default -> NOTHING;
                    });
        }
        return extent;
    }

    private Extent measure(Field field) {
        Extent below = measure(field.getSelectionSet());
        int alias = field.getAlias() == null || field.getAlias().equals(field.getName()) ? 0 : 1;
        return new Extent(below.depth + 1, below.fields + 1, below.aliases + alias, 1);
    }

    private Extent measure(String fragmentName) {
        Extent known = measured.get(fragmentName);
        if (known != null) {
            return known;
        }
        FragmentDefinition fragment = fragments.get(fragmentName);
        // validation reports fragments that are missing or circular
        if (fragment == null || !open.add(fragmentName)) {
            return NOTHING;
        }
        Extent extent = measure(fragment.getSelectionSet());
        open.remove(fragmentName);
        measured.put(fragmentName, extent);
        return extent;
    }
}
