package ft.transcendence.schemacheck.changes;

import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Level;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLType;
import graphql.schema.InputValueWithState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Collects changes. Coordinates are those of GraphQL, an argument's is {@code Type.field.argument}. */
final class ChangeList {
    private final List<Finding> changes = new ArrayList<>();

    void breaking(String where, String message) {
        changes.add(new Finding(Level.BREAKING, where, message));
    }

    void dangerous(String where, String message) {
        changes.add(new Finding(Level.DANGEROUS, where, message));
    }

    void safe(String where, String message) {
        changes.add(new Finding(Level.SAFE, where, message));
    }

    /** @param element what is described, such as {@code field 'User.bio'} */
    void description(String where, String element, GraphQLNamedSchemaElement released, GraphQLNamedSchemaElement next) {
        String before = Objects.requireNonNullElse(released.getDescription(), "");
        String after = Objects.requireNonNullElse(next.getDescription(), "");
        if (before.equals(after)) {
            return;
        }
        if (before.isEmpty()) {
            safe(where, "Description of " + element + " was added: " + quoted(after));
        } else if (after.isEmpty()) {
            safe(where, "Description of " + element + " was removed");
        } else {
            safe(where, "Description of " + element + " changed from " + quoted(before) + " to " + quoted(after));
        }
    }

    /** @param element what is deprecated, such as {@code Field 'User.bio'} */
    void deprecation(String where, String element, @Nullable String released, @Nullable String next) {
        if (Objects.equals(released, next)) {
            return;
        }
        if (released == null) {
            safe(where, element + " is deprecated: " + next);
        } else if (next == null) {
            safe(where, element + " is no longer deprecated");
        } else {
            safe(
                    where,
                    "Deprecation reason of " + element + " changed from " + quoted(released) + " to " + quoted(next));
        }
    }

    /** @param change what has changed, such as {@code Field 'User.bio' changed type} */
    void type(
            String where,
            String change,
            GraphQLType released,
            GraphQLType next,
            BiPredicate<GraphQLType, GraphQLType> isSafe) {
        String before = TypeCompatibility.print(released);
        String after = TypeCompatibility.print(next);
        if (before.equals(after)) {
            return;
        }
        String message = change + " from '" + before + "' to '" + after + "'";
        if (isSafe.test(released, next)) {
            safe(where, message);
        } else {
            breaking(where, message);
        }
    }

    /** @param element what has the default value, such as {@code input field 'Filter.limit'} */
    void defaultValue(String where, String element, InputValueWithState released, InputValueWithState next) {
        String before = DefaultValues.print(released).orElse("");
        String after = DefaultValues.print(next).orElse("");
        if (before.equals(after)) {
            return;
        }
        if (before.isEmpty()) {
            dangerous(where, "Default value '" + after + "' was added to " + element);
        } else if (after.isEmpty()) {
            dangerous(where, "Default value '" + before + "' was removed from " + element);
        } else {
            dangerous(where, "Default value for " + element + " changed from '" + before + "' to '" + after + "'");
        }
    }

    private static String quoted(String text) {
        return "'" + text.strip().replaceAll("\\s*\\n\\s*", " ") + "'";
    }

    /** The worst first, then by place. */
    List<Finding> sorted() {
        return changes.stream()
                .sorted(Comparator.comparing(Finding::level)
                        .thenComparing(Finding::where)
                        .thenComparing(Finding::message))
                .toList();
    }
}
