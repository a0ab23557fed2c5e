package ft.transcendence.federation.executor.projection;

import ft.transcendence.federation.executor.projection.ProjectedField.Source;
import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.executor.tree.Shape;
import ft.transcendence.federation.executor.tree.TypeNumbers;
import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.operation.NormalizedField;
import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.operation.TypeClasses;
import ft.transcendence.federation.supergraph.TypeRef;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compiles a normalized operation into the shape of the client's response. */
public final class ShapeCompiler {

    private final GraphQLSchema schema;
    private final TypeNumbers types;
    private final Predicate<NormalizedField> denied;
    private final Map<String, LeafType> leafTypes = new HashMap<>();

    /** @param denied the fields that the caller may not see */
    public ShapeCompiler(GraphQLSchema schema, TypeNumbers types, Predicate<NormalizedField> denied) {
        this.schema = schema;
        this.types = types;
        this.denied = denied;
    }

    public ObjectShape compile(NormalizedOperation operation, Shape root) {
        return object(operation.rootType(), operation.fields(), root);
    }

    private ObjectShape object(String typeName, List<NormalizedField> fields, Shape shape) {
        Map<NormalizedField, ProjectedField> compiled = new IdentityHashMap<>();
        fields.forEach(field -> compiled.put(field, field(typeName, field, shape)));
        boolean concrete = schema.getType(typeName) instanceof GraphQLObjectType;
        ObjectShape.@Nullable Fields[] byType = new ObjectShape.Fields[types.bound()];
        for (TypeClasses alike : TypeClasses.of(concrete ? Set.of(typeName) : possibleTypes(typeName), fields)) {
            ObjectShape.Fields shown = fields(alike.fields(), compiled);
            alike.objectTypes().forEach(objectType -> byType[types.numberOf(objectType)] = shown);
        }
        boolean same = fields.stream().allMatch(NormalizedField::forAllTypes);
        byType[MergedTree.UNKNOWN_TYPE] = same ? fields(fields, compiled) : null;
        int onlyType = concrete ? types.numberOf(typeName) : MergedTree.UNKNOWN_TYPE;
        return new ObjectShape(typeName, onlyType, byType);
    }

    private static ObjectShape.Fields fields(
            List<NormalizedField> fields, Map<NormalizedField, ProjectedField> compiled) {
        return new ObjectShape.Fields(fields.stream().map(compiled::get).toArray(ProjectedField[]::new));
    }

    private Set<String> possibleTypes(String abstractType) {
        Set<String> names = new LinkedHashSet<>();
        switch (schema.getType(abstractType)) {
            case GraphQLUnionType union -> union.getTypes().forEach(member -> names.add(member.getName()));
            case GraphQLInterfaceType anInterface -> {
                schema.getImplementations(anInterface).forEach(implementation -> names.add(implementation.getName()));
                if (names.isEmpty()) {
                    names.add(abstractType);
                }
            }
            case null, default -> throw new IllegalStateException("Not a composite type: " + abstractType);
        }
        return names;
    }

    private ProjectedField field(String parent, NormalizedField field, Shape shape) {
        JsonWriter member = new JsonWriter(field.responseKey().length() + 4);
        member.write(',');
        member.writeString(field.responseKey());
        member.write(':');
        Source source = source(field);
        int slot = -1;
        ValueShape value = null;
        if (source == Source.SLOT) {
            slot = shape.slot(field.mergedKey());
            shape.showAs(slot, field.responseKey());
            value = value(field.type(), field, shape, slot);
        }
        return new ProjectedField(
                field.responseKey(),
                member.toByteArray(),
                parent + '.' + field.name(),
                source,
                slot,
                value,
                field.type().isNonNull());
    }

    private Source source(NormalizedField field) {
        if (denied.test(field)) {
            return Source.DENIED;
        }
        if (field.isTypename()) {
            return Source.TYPENAME;
        }
        return field.isIntrospection() ? Source.INTROSPECTION : Source.SLOT;
    }

    private ValueShape value(TypeRef type, NormalizedField field, Shape shape, int slot) {
        TypeRef nullable = type instanceof TypeRef.NonNull nonNull ? nonNull.type() : type;
        ValueShape item = null;
        ObjectShape object = null;
        LeafType leaf = null;
        if (nullable instanceof TypeRef.ListOf list) {
            item = value(list.item(), field, shape, slot);
        } else if (!field.composite()) {
            leaf = leafTypes.computeIfAbsent(nullable.namedType(), this::leafType);
        } else {
            object = object(nullable.namedType(), field.fields(), shape.child(slot));
        }
        return new ValueShape(type.toString(), type.isNonNull(), item, object, leaf);
    }

    private LeafType leafType(String name) {
        return schema.getType(name) instanceof GraphQLEnumType enumType
                ? LeafType.enumeration(enumType.getValues().stream()
                        .map(GraphQLEnumValueDefinition::getName)
                        .toList())
                : LeafType.scalar(name);
    }
}
