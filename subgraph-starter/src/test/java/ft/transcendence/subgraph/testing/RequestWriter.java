package ft.transcendence.subgraph.testing;

import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a valid request for any field of a schema, so that a new field is tested without anybody thinking of it. */
public final class RequestWriter {

    private final TypeDefinitionRegistry schema;
    private final Map<String, String> known;

    private RequestWriter(TypeDefinitionRegistry schema, Map<String, String> known) {
        this.schema = schema;
        this.known = Map.copyOf(known);
    }

    /** A writer for the schema of this name on the classpath. */
    public static RequestWriter of(String resource) {
        try (InputStream file = RequestWriter.class.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(file, resource).readAllBytes(), StandardCharsets.UTF_8);
            return new RequestWriter(new SchemaParser().parse(text), Map.of());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A writer that gives arguments and input fields of these names these values, written as GraphQL. */
    public RequestWriter with(Map<String, String> values) {
        return new RequestWriter(schema, values);
    }

    /** All object types of the schema. */
    public List<String> types() {
        return schema.getTypes(ObjectTypeDefinition.class).stream()
                .map(ObjectTypeDefinition::getName)
                .sorted()
                .toList();
    }

    /** The fields of a type, {@code Type.field} each. */
    public Stream<String> fields(String type) {
        return object(type).getFieldDefinitions().stream().map(field -> type + "." + field.getName());
    }

    /** The operation that asks for a field of a root type. */
    public String operation(String rootField) {
        String type = rootField.substring(0, rootField.indexOf('.'));
        return type.toLowerCase(Locale.ROOT) + " { " + selection(rootField) + " }";
    }

    /** The selection of a field, with a value for every argument it must have. */
    public String selection(String typeAndField) {
        FieldDefinition field = field(typeAndField);
        List<InputValueDefinition> required = required(field.getInputValueDefinitions());
        String arguments = required.isEmpty() ? "" : "(" + values(required) + ")";
        return field.getName() + arguments + (isObject(field.getType()) ? " { __typename }" : "");
    }

    private FieldDefinition field(String typeAndField) {
        String[] parts = typeAndField.split("\\.", 2);
        return object(parts[0]).getFieldDefinitions().stream()
                .filter(each -> each.getName().equals(parts[1]))
                .findAny()
                .orElseThrow(() -> new AssertionError("There is no field " + typeAndField));
    }

    private boolean isObject(Type<?> type) {
        return switch (type) {
            case NonNullType required -> isObject(required.getType());
            case ListType list -> isObject(list.getType());
            case TypeName name -> schema.getTypeOrNull(name.getName()) instanceof ObjectTypeDefinition;
            default -> throw new IllegalStateException("What is " + type);
        };
    }

    private String values(List<InputValueDefinition> inputs) {
        return inputs.stream()
                .map(input -> input.getName() + ": " + value(input))
                .collect(Collectors.joining(", "));
    }

    private static List<InputValueDefinition> required(List<InputValueDefinition> inputs) {
        return inputs.stream()
                .filter(input -> input.getType() instanceof NonNullType && input.getDefaultValue() == null)
                .toList();
    }

    private String value(InputValueDefinition input) {
        String value = known.get(input.getName());
        return value == null ? value(input.getType()) : value;
    }

    private String value(Type<?> type) {
        return switch (type) {
            case NonNullType required -> value(required.getType());
            case ListType list -> "[" + value(list.getType()) + "]";
            case TypeName name -> value(name.getName());
            default -> throw new IllegalStateException("No value for " + type);
        };
    }

    private String value(String typeName) {
        return switch (typeName) {
            case "ID" -> "\"00000000-0000-4000-8000-00000000abcd\"";
            case "String" -> "\"text\"";
            case "Int" -> "1";
            default ->
                switch (schema.getTypeOrNull(typeName)) {
                    case EnumTypeDefinition constants ->
                        constants.getEnumValueDefinitions().getFirst().getName();
                    case InputObjectTypeDefinition input ->
                        "{" + values(required(input.getInputValueDefinitions())) + "}";
                    case null, default -> throw new IllegalStateException("No value for " + typeName);
                };
        };
    }

    private ObjectTypeDefinition object(String name) {
        return (ObjectTypeDefinition) Objects.requireNonNull(schema.getTypeOrNull(name), name);
    }
}
