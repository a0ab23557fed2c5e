package ft.transcendence.testkit.stub;

import ft.transcendence.testkit.json.Json;
import graphql.Scalars;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The values of a stub's fields; {@link StubSubgraph} says where they come from. */
final class StubValues {

    private static final String TYPENAME = "__typename";

    private final StubSchema schema;
    private final List<CannedEntity> entities;
    private final Map<String, Function<Map<String, Object>, @Nullable Object>> answers;
    private final int listSize;

    StubValues(
            StubSchema schema,
            List<CannedEntity> entities,
            Map<String, Function<Map<String, Object>, @Nullable Object>> answers,
            int listSize) {
        this.schema = schema;
        this.entities = entities;
        this.answers = answers;
        this.listSize = listSize;
    }

    @Nullable Object of(DataFetchingEnvironment field) {
        Object value = valueOf(field);
        return field.getParentType().equals(field.getGraphQLSchema().getSubscriptionType())
                ? StubEvents.of(value)
                : value;
    }

    private @Nullable Object valueOf(DataFetchingEnvironment field) {
        String name = field.getField().getName();
        String parent = ((GraphQLNamedType) field.getParentType()).getName();
        Function<Map<String, Object>, @Nullable Object> answer = answers.get(parent + "." + name);
        if (answer != null) {
            return answer.apply(field.getArguments());
        }
        if (name.equals("_service")) {
            return Map.of("sdl", schema.sdl());
        }
        if (name.equals("_entities")) {
            List<Object> representations = Objects.requireNonNull(field.getArgument("representations"));
            return representations.stream().map(this::entity).toList();
        }
        StubObject object = StubObject.of(field.getSource());
        return object.known().containsKey(name)
                ? object.known().get(name)
                : generated(field.getFieldType(), name, object.memberLabel(), object);
    }

    /** The object type of a value: what it says itself, or the first that is possible. */
    String typeOf(Object value, String declaredType) {
        return StubObject.of(value).known().get(TYPENAME) instanceof String own
                ? schema.objectTypesOf(own).getFirst()
                : schema.objectTypesOf(declaredType).getFirst();
    }

    private @Nullable Object entity(Object value) {
        Map<String, @Nullable Object> representation = Json.object(value);
        List<String> possible = schema.objectTypesOf(String.valueOf(representation.get(TYPENAME)));
        if (possible.isEmpty()) {
            throw new IllegalArgumentException("The stub's schema has no type " + representation.get(TYPENAME));
        }
        List<CannedEntity> canned = entities.stream()
                .filter(entity -> possible.contains(entity.type()))
                .toList();
        List<String> keyFields = possible.stream()
                .flatMap(type -> schema.keyFieldsOf(type).stream())
                .toList();
        String label = StubObject.labelOf(representation, keyFields);
        if (canned.isEmpty()) {
            return new StubObject(label, representation);
        }
        return canned.stream()
                .filter(entity -> entity.isMeantBy(representation))
                .findFirst()
                .map(entity -> known(entity, representation, label))
                .orElse(null);
    }

    private static StubObject known(CannedEntity entity, Map<String, @Nullable Object> representation, String label) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(representation);
        fields.putAll(entity.values());
        fields.put(TYPENAME, entity.type());
        return new StubObject(label, fields);
    }

    private Object generated(GraphQLOutputType type, String field, String label, StubObject parent) {
        GraphQLType unwrapped = GraphQLTypeUtil.unwrapNonNull(type);
        return switch (unwrapped) {
            case GraphQLList list ->
                IntStream.rangeClosed(1, listSize)
                        .mapToObj(number -> item(list, field, parent.itemLabel(number)))
                        .toList();
            case GraphQLScalarType scalar -> scalar(scalar, field, label);
            case GraphQLEnumType choice -> choice.getValues().getFirst().getName();
            case GraphQLObjectType object -> object(object.getName(), label);
            case GraphQLInterfaceType object -> object(object.getName(), label);
            case GraphQLUnionType object -> object(object.getName(), label);
            default -> throw new IllegalStateException("No value for " + unwrapped);
        };
    }

    private Object item(GraphQLList list, String field, String label) {
        GraphQLOutputType type = (GraphQLOutputType) GraphQLTypeUtil.unwrapOne(list);
        return generated(type, field, label, new StubObject(label, Map.of()));
    }

    private StubObject object(String type, String label) {
        return new StubObject(label, Map.of(TYPENAME, schema.objectTypesOf(type).getFirst()));
    }

    private static Object scalar(GraphQLScalarType scalar, String field, String label) {
        if (scalar.equals(Scalars.GraphQLBoolean)) {
            return true;
        }
        if (scalar.equals(Scalars.GraphQLInt)) {
            return number(label);
        }
        if (scalar.equals(Scalars.GraphQLFloat)) {
            return number(label) + 0.5;
        }
        return scalar.equals(Scalars.GraphQLID) ? label : field + " " + label;
    }

    /** The last number in a label; 1 if it does not end with one of a few digits. */
    private static int number(String label) {
        String digits = label.replaceFirst("^.*?(\\d{1,6})$", "$1");
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 1;
    }
}
