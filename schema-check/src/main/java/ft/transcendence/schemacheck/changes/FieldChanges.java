package ft.transcendence.schemacheck.changes;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInterfaceType;

/** Changes of object types and interfaces: what clients select. */
final class FieldChanges {
    private final ChangeList changes;
    private final InputChanges inputs;

    FieldChanges(ChangeList changes) {
        this.changes = changes;
        inputs = new InputChanges(changes);
    }

    void compare(GraphQLImplementingType released, GraphQLImplementingType next) {
        String type = next.getName();
        String kind = next instanceof GraphQLInterfaceType ? "interface" : "object type";
        ByName.of(released.getInterfaces(), next.getInterfaces())
                .removed(gone -> changes.breaking(
                        type, "'" + type + "' " + kind + " no longer implements '" + gone.getName() + "' interface"));
        ByName.of(released.getInterfaces(), next.getInterfaces())
                .added(added -> changes.dangerous(
                        type, "'" + type + "' " + kind + " implements '" + added.getName() + "' interface"));
        ByName<GraphQLFieldDefinition> fields = ByName.of(released.getFieldDefinitions(), next.getFieldDefinitions());
        fields.removed(field -> changes.breaking(
                type + "." + field.getName(),
                "Field '" + field.getName() + "' " + (field.isDeprecated() ? "(deprecated) " : "") + "was removed from "
                        + kind + " '" + type + "'"));
        fields.added(field -> changes.safe(
                type + "." + field.getName(),
                "Field '" + field.getName() + "' was added to " + kind + " '" + type + "'"));
        fields.kept((before, after) -> compare(type + "." + after.getName(), before, after));
    }

    private void compare(String where, GraphQLFieldDefinition before, GraphQLFieldDefinition after) {
        changes.description(where, "field '" + where + "'", before, after);
        changes.deprecation(
                where, "Field '" + where + "'", before.getDeprecationReason(), after.getDeprecationReason());
        changes.type(
                where,
                "Field '" + where + "' changed type",
                before.getType(),
                after.getType(),
                TypeCompatibility::isSafeOutput);
        inputs.arguments(where, before, after);
    }
}
