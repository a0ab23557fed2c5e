package ft.transcendence.schemacheck.changes;

import ft.transcendence.schemacheck.finding.Finding;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.ScalarInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares two consumer schemas for changes that clients would notice. Its rules are those of graphql-inspector: removed or incompatible elements are
 * breaking; what may surprise a client, such as a new enum value or another default, is dangerous.
 */
public final class SchemaChanges {
    private SchemaChanges() {}

    /** The changes since a release, the worst first, then by place. */
    public static List<Finding> between(GraphQLSchema released, GraphQLSchema next) {
        ChangeList changes = new ChangeList();
        new DirectiveChanges(changes).compare(released, next);
        root(changes, "query", released.getQueryType(), next.getQueryType());
        root(changes, "mutation", released.getMutationType(), next.getMutationType());
        root(changes, "subscription", released.getSubscriptionType(), next.getSubscriptionType());
        new TypeChanges(changes).compare(ownTypes(released), ownTypes(next));
        return changes.sorted();
    }

    private static List<GraphQLNamedType> ownTypes(GraphQLSchema schema) {
        return schema.getAllTypesAsList().stream()
                .filter(type -> !Introspection.isIntrospectionTypes(type)
                        && !ScalarInfo.isGraphqlSpecifiedScalar(type.getName()))
                .toList();
    }

    private static void root(
            ChangeList changes, String kind, @Nullable GraphQLObjectType released, @Nullable GraphQLObjectType next) {
        String before = released == null ? "" : released.getName();
        String after = next == null ? "" : next.getName();
        if (before.equals(after)) {
            return;
        }
        String root = "Schema " + kind + " root type ";
        if (before.isEmpty()) {
            changes.safe("schema", root + "was set to '" + after + "'");
        } else if (after.isEmpty()) {
            changes.breaking("schema", root + "'" + before + "' was removed");
        } else {
            changes.breaking("schema", root + "was changed from '" + before + "' to '" + after + "'");
        }
    }
}
