package ft.transcendence.schemacheck.changes;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLUnionType;
import java.util.List;
import java.util.Objects;

/** Changes of types. The members of a new type are part of it and no changes of their own. */
final class TypeChanges {
    private final ChangeList changes;
    private final FieldChanges fields;
    private final InputChanges inputs;

    TypeChanges(ChangeList changes) {
        this.changes = changes;
        fields = new FieldChanges(changes);
        inputs = new InputChanges(changes);
    }

    void compare(List<GraphQLNamedType> released, List<GraphQLNamedType> next) {
        ByName<GraphQLNamedType> types = ByName.of(released, next);
        types.removed(type -> changes.breaking(type.getName(), "Type '" + type.getName() + "' was removed"));
        types.added(type -> changes.safe(type.getName(), "Type '" + type.getName() + "' was added"));
        types.kept(this::compare);
    }

    private void compare(GraphQLNamedType before, GraphQLNamedType after) {
        String name = after.getName();
        changes.description(name, "type '" + name + "'", before, after);
        if (!kind(before).equals(kind(after))) {
            changes.breaking(name, "'" + name + "' kind changed from '" + kind(before) + "' to '" + kind(after) + "'");
            return;
        }
        switch (after) {
            case GraphQLImplementingType type -> fields.compare((GraphQLImplementingType) before, type);
            case GraphQLInputObjectType type -> inputs.fields((GraphQLInputObjectType) before, type);
            case GraphQLEnumType type -> values((GraphQLEnumType) before, type);
            case GraphQLUnionType type -> members((GraphQLUnionType) before, type);
            case GraphQLScalarType type -> specification((GraphQLScalarType) before, type);
            default -> throw new IllegalStateException("unknown kind of type: " + after);
        }
    }

    private static String kind(GraphQLNamedType type) {
        return switch (type) {
            case GraphQLObjectType object -> "object type";
            case GraphQLInterfaceType abstractType -> "interface";
            case GraphQLUnionType union -> "union";
            case GraphQLEnumType enumeration -> "enum";
            case GraphQLInputObjectType input -> "input object type";
            default -> "scalar";
        };
    }

    private void values(GraphQLEnumType released, GraphQLEnumType next) {
        String type = next.getName();
        ByName<GraphQLEnumValueDefinition> values = ByName.of(released.getValues(), next.getValues());
        values.removed(value -> changes.breaking(
                type + "." + value.getName(),
                "Enum value '" + value.getName() + "' " + (value.isDeprecated() ? "(deprecated) " : "")
                        + "was removed from enum '" + type + "'"));
        values.added(value -> changes.dangerous(
                type + "." + value.getName(), "Enum value '" + value.getName() + "' was added to enum '" + type + "'"));
        values.kept((before, after) -> {
            String where = type + "." + after.getName();
            changes.description(where, "enum value '" + where + "'", before, after);
            changes.deprecation(
                    where, "Enum value '" + where + "'", before.getDeprecationReason(), after.getDeprecationReason());
        });
    }

    private void members(GraphQLUnionType released, GraphQLUnionType next) {
        String type = next.getName();
        ByName.of(released.getTypes(), next.getTypes())
                .removed(member -> changes.breaking(
                        type, "Member '" + member.getName() + "' was removed from Union type '" + type + "'"));
        ByName.of(released.getTypes(), next.getTypes())
                .added(member -> changes.dangerous(
                        type, "Member '" + member.getName() + "' was added to Union type '" + type + "'"));
    }

    private void specification(GraphQLScalarType released, GraphQLScalarType next) {
        String before = released.getSpecifiedByUrl();
        String after = next.getSpecifiedByUrl();
        if (Objects.equals(before, after)) {
            return;
        }
        changes.dangerous(
                next.getName(),
                "Scalar '" + next.getName()
                        + (after == null ? "' has no specification now" : "' is specified by '" + after + "' now"));
    }
}
