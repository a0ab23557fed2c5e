package ft.transcendence.subgraph.testing;

import graphql.language.AstPrinter;
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

/** Generates a valid request for any field of a schema, so that new fields are tested without further work. */
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

    /** A writer that uses these GraphQL literals for arguments and input fields with these names. */
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

    /** The operation that selects a field of a root type. */
    public String operation(String rootField) {
        String type = rootField.substring(0, rootField.indexOf('.'));
        return type.toLowerCase(Locale.ROOT) + " { " + selection(rootField) + " }";
    }

    /** The selection of a field, with its required arguments. */
    public String selection(String typeAndField) {
        FieldDefinition field = field(typeAndField);
        List<InputValueDefinition> required = required(field.getInputValueDefinitions());
        String arguments = required.isEmpty() ? "" : "(" + values(required) + ")";
        return field.getName() + arguments + fields(field.getType());
    }

    /** An argument, or an input field within one. */
    public record Input(String field, List<InputValueDefinition> path) {

        public Input {
            path = List.copyOf(path);
        }

        /** The type of the value. */
        public Type<?> type() {
            return path.getLast().getType();
        }

        @Override
        public String toString() {
            return field + "("
                    + path.stream().map(InputValueDefinition::getName).collect(Collectors.joining(".")) + ")";
        }
    }

    /** All arguments and input fields of a field. */
    public List<Input> inputs(String typeAndField) {
        return field(typeAndField).getInputValueDefinitions().stream()
                .flatMap(argument -> paths(List.of(argument)))
                .map(path -> new Input(typeAndField, path))
                .toList();
    }

    private Stream<List<InputValueDefinition>> paths(List<InputValueDefinition> path) {
        if (!(schema.getTypeOrNull(nameOf(path.getLast().getType())) instanceof InputObjectTypeDefinition object)) {
            return Stream.of(path);
        }
        return Stream.concat(
                Stream.of(path),
                object.getInputValueDefinitions().stream()
                        .flatMap(field -> paths(
                                Stream.concat(path.stream(), Stream.of(field)).toList())));
    }

    /** The operation that selects a root field with the variable {@code $value} in this input. */
    public String operation(Input input) {
        String type = input.field().substring(0, input.field().indexOf('.'));
        return type.toLowerCase(Locale.ROOT) + declaration(input) + " { " + selection(input) + " }";
    }

    /** The declaration of the variable for {@link #selection(Input)}. */
    public String declaration(Input input) {
        return "($value: " + AstPrinter.printAst(input.type()) + ")";
    }

    /** The selection of a field with the variable {@code $value} in this input. */
    public String selection(Input input) {
        FieldDefinition field = field(input.field());
        String arguments = values(field.getInputValueDefinitions(), input.path());
        return field.getName() + "(" + arguments + ")" + fields(field.getType());
    }

    /** The values of the inputs that are required or on the path, which ends with the variable. */
    private String values(List<InputValueDefinition> inputs, List<InputValueDefinition> path) {
        InputValueDefinition next = path.getFirst();
        return inputs.stream()
                .filter(input -> isRequired(input) || input == next)
                .map(input -> input.getName() + ": " + (input == next ? valueAt(path) : value(input)))
                .collect(Collectors.joining(", "));
    }

    private String valueAt(List<InputValueDefinition> path) {
        if (path.size() == 1) {
            return "$value";
        }
        InputObjectTypeDefinition object = (InputObjectTypeDefinition)
                schema.getTypeOrNull(nameOf(path.getFirst().getType()));
        return "{"
                + values(Objects.requireNonNull(object).getInputValueDefinitions(), path.subList(1, path.size()))
                + "}";
    }

    /** The selection for a result of this type, including the errors of payloads. */
    private String fields(Type<?> type) {
        if (!isObject(type)) {
            return "";
        }
        boolean hasErrors = object(nameOf(type)).getFieldDefinitions().stream()
                .anyMatch(field -> field.getName().equals("errors") && isObject(field.getType()));
        return hasErrors ? " { errors { code message } }" : " { __typename }";
    }

    private static String nameOf(Type<?> type) {
        return switch (type) {
            case NonNullType required -> nameOf(required.getType());
            case ListType list -> nameOf(list.getType());
            case TypeName name -> name.getName();
            default -> throw new IllegalStateException("What is " + type);
        };
    }

    private FieldDefinition field(String typeAndField) {
        String[] parts = typeAndField.split("\\.", 2);
        return object(parts[0]).getFieldDefinitions().stream()
                .filter(each -> each.getName().equals(parts[1]))
                .findAny()
                .orElseThrow(() -> new AssertionError("There is no field " + typeAndField));
    }

    private boolean isObject(Type<?> type) {
        return schema.getTypeOrNull(nameOf(type)) instanceof ObjectTypeDefinition;
    }

    private String values(List<InputValueDefinition> inputs) {
        return inputs.stream()
                .map(input -> input.getName() + ": " + value(input))
                .collect(Collectors.joining(", "));
    }

    private static List<InputValueDefinition> required(List<InputValueDefinition> inputs) {
        return inputs.stream().filter(RequestWriter::isRequired).toList();
    }

    private static boolean isRequired(InputValueDefinition input) {
        return input.getType() instanceof NonNullType && input.getDefaultValue() == null;
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
            case "Boolean" -> "true";
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
