package ft.transcendence.federation.operation;

import ft.transcendence.federation.supergraph.TypeRef;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The types of the consumer schema as the normalizer needs them, cached. */
final class ConsumerTypes {
    private static final TypeRef TYPENAME = new TypeRef.NonNull(new TypeRef.Named("String"));

    private final GraphQLSchema schema;
    private final Map<String, ObjectTypes> objectTypes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, TypeRef>> fieldTypes = new ConcurrentHashMap<>();

    ConsumerTypes(GraphQLSchema schema) {
        this.schema = schema;
    }

    /**
     * The sorted object types that a value of this type can have; empty for leaf types. For an interface that no object type implements it is the
     * interface itself, because its subgraphs may know object types, as those of an interface object do.
     */
    ObjectTypes objectTypes(String name) {
        return objectTypes.computeIfAbsent(name, known -> ObjectTypes.of(findObjectTypes(known)));
    }

    private List<String> findObjectTypes(String name) {
        GraphQLType type = schema.getType(name);
        if (type == null) {
            return List.of();
        }
        return switch (type) {
            case GraphQLObjectType object -> List.of(object.getName());
            case GraphQLInterfaceType container -> {
                List<String> implementations = schema.getImplementations(container).stream()
                        .map(GraphQLObjectType::getName)
                        .sorted()
                        .toList();
                yield implementations.isEmpty() ? List.of(name) : implementations;
            }
            case GraphQLUnionType union ->
                union.getTypes().stream()
                        .map(GraphQLNamedType::getName)
                        .sorted()
                        .toList();
            default -> List.of();
        };
    }

    /** The type of an object type's field. */
    TypeRef fieldType(String objectType, String field) {
        return switch (field) {
            case "__typename" -> TYPENAME;
            case "__schema" -> new TypeRef.NonNull(new TypeRef.Named("__Schema"));
            case "__type" -> new TypeRef.Named("__Type");
            default ->
                fieldTypes
                        .computeIfAbsent(objectType, ignored -> new ConcurrentHashMap<>())
                        .computeIfAbsent(field, ignored -> findFieldType(objectType, field));
        };
    }

    private TypeRef findFieldType(String objectType, String field) {
        if (schema.getType(objectType) instanceof GraphQLFieldsContainer container) {
            GraphQLFieldDefinition definition = container.getFieldDefinition(field);
            if (definition != null) {
                return typeRef(definition.getType());
            }
        }
        throw new IllegalArgumentException("the operation is not valid: there is no field " + objectType + "." + field);
    }

    private static TypeRef typeRef(GraphQLType type) {
        return switch (type) {
            case GraphQLNonNull nonNull -> new TypeRef.NonNull(typeRef(nonNull.getWrappedType()));
            case GraphQLList list -> new TypeRef.ListOf(typeRef(list.getWrappedType()));
            case GraphQLNamedType named -> new TypeRef.Named(named.getName());
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
    }
}
