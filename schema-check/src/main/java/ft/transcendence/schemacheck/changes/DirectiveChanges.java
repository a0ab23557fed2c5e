package ft.transcendence.schemacheck.changes;

import graphql.introspection.Introspection.DirectiveLocation;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.DirectiveInfo;
import java.util.List;
import java.util.TreeSet;

/** Changes of the directives that clients may use. Those of GraphQL itself do not count. */
final class DirectiveChanges {
    private final ChangeList changes;
    private final InputChanges inputs;

    DirectiveChanges(ChangeList changes) {
        this.changes = changes;
        inputs = new InputChanges(changes);
    }

    void compare(GraphQLSchema released, GraphQLSchema next) {
        ByName<GraphQLDirective> directives = ByName.of(own(released), own(next));
        directives.removed(directive ->
                changes.breaking("@" + directive.getName(), "Directive '" + directive.getName() + "' was removed"));
        directives.added(directive ->
                changes.safe("@" + directive.getName(), "Directive '" + directive.getName() + "' was added"));
        directives.kept(this::compare);
    }

    private static List<GraphQLDirective> own(GraphQLSchema schema) {
        return schema.getDirectives().stream()
                .filter(directive -> !DirectiveInfo.isGraphqlSpecifiedDirective(directive))
                .toList();
    }

    private void compare(GraphQLDirective before, GraphQLDirective after) {
        String where = "@" + after.getName();
        changes.description(where, "directive '" + where + "'", before, after);
        if (before.isRepeatable() && !after.isRepeatable()) {
            changes.dangerous(where, "Directive '" + after.getName() + "' is no longer repeatable");
        } else if (!before.isRepeatable() && after.isRepeatable()) {
            changes.safe(where, "Directive '" + after.getName() + "' is repeatable");
        }
        TreeSet<DirectiveLocation> removed = new TreeSet<>(before.validLocations());
        removed.removeAll(after.validLocations());
        removed.forEach(location -> changes.breaking(
                where, "Location '" + location + "' was removed from directive '" + after.getName() + "'"));
        TreeSet<DirectiveLocation> added = new TreeSet<>(after.validLocations());
        added.removeAll(before.validLocations());
        added.forEach(location ->
                changes.safe(where, "Location '" + location + "' was added to directive '" + after.getName() + "'"));
        inputs.arguments(where, "directive '" + after.getName() + "'", before.getArguments(), after.getArguments());
    }
}
