package ft.transcendence.matches.testing;

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
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a valid request for any root field of the schema, so that a new field is tested without anybody thinking of it. */
public final class RequestWriter {

    private static final TypeDefinitionRegistry SCHEMA = read();

    private RequestWriter() {}

    /** The names of a root type's fields. */
    public static Stream<String> fields(String rootType) {
        return root(rootType).getFieldDefinitions().stream().map(FieldDefinition::getName);
    }

    /** A request for this field, with an arbitrary value for every argument it must have. */
    public static String request(String rootType, String fieldName) {
        FieldDefinition field = root(rootType).getFieldDefinitions().stream()
                .filter(each -> each.getName().equals(fieldName))
                .findAny()
                .orElseThrow();
        List<InputValueDefinition> required = required(field.getInputValueDefinitions());
        String arguments = required.isEmpty() ? "" : "(" + values(required) + ")";
        return "%s { %s%s { __typename } }".formatted(rootType.toLowerCase(Locale.ROOT), fieldName, arguments);
    }

    private static String values(List<InputValueDefinition> inputs) {
        return inputs.stream()
                .map(input -> input.getName() + ": " + value(input.getType()))
                .collect(Collectors.joining(", "));
    }

    private static List<InputValueDefinition> required(List<InputValueDefinition> inputs) {
        return inputs.stream()
                .filter(input -> input.getType() instanceof NonNullType && input.getDefaultValue() == null)
                .toList();
    }

    private static String value(Type<?> type) {
        return switch (type) {
            case NonNullType required -> value(required.getType());
            case ListType list -> "[" + value(list.getType()) + "]";
            case TypeName name -> value(name.getName());
            default -> throw new IllegalStateException("No value for " + type);
        };
    }

    private static String value(String typeName) {
        return switch (typeName) {
            case "ID" -> "\"" + UUID.randomUUID() + "\"";
            case "String" -> "\"text\"";
            case "Int" -> "1";
            default ->
                switch (SCHEMA.getTypeOrNull(typeName)) {
                    case EnumTypeDefinition constants ->
                        constants.getEnumValueDefinitions().getFirst().getName();
                    case InputObjectTypeDefinition input ->
                        "{" + values(required(input.getInputValueDefinitions())) + "}";
                    case null, default -> throw new IllegalStateException("No value for " + typeName);
                };
        };
    }

    private static ObjectTypeDefinition root(String name) {
        return (ObjectTypeDefinition) Objects.requireNonNull(SCHEMA.getTypeOrNull(name));
    }

    private static TypeDefinitionRegistry read() {
        try (InputStream file = RequestWriter.class.getResourceAsStream("/schema/matches.graphqls")) {
            return new SchemaParser()
                    .parse(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
