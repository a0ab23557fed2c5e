package ft.transcendence.gateway.cache;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.FieldDefinition;
import graphql.language.IntValue;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a supergraph says of tags: {@code @cacheTag(format: "product-{$key.id}")} of entities, and with {@code {$args.x}} of root
 * fields. Composers write it as {@code @join__directive} with the names of the subgraphs. A value that is missing is written as null.
 */
final class TagFormats {
    static final TagFormats NONE = new TagFormats(Map.of());

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\$(?:key|args)\\.([\\w.]+)}");

    private record Place(String subgraph, String coordinate) {}

    private final Map<Place, List<String>> formats;

    private TagFormats(Map<Place, List<String>> formats) {
        this.formats = formats;
    }

    /** @param supergraph a valid one */
    static TagFormats of(String supergraph) {
        if (!supergraph.contains("cacheTag")) {
            return NONE;
        }
        Document document = Parser.parse(supergraph);
        Map<String, String> subgraphs = new HashMap<>();
        document.getDefinitionsOfType(EnumTypeDefinition.class).stream()
                .filter(type -> type.getName().equals("join__Graph"))
                .flatMap(type -> type.getEnumValueDefinitions().stream())
                .forEach(graph -> graph.getDirectives("join__graph")
                        .forEach(join -> subgraphs.put(graph.getName(), text(join.getArgument("name")))));
        Map<Place, List<String>> formats = new HashMap<>();
        for (ObjectTypeDefinition type : document.getDefinitionsOfType(ObjectTypeDefinition.class)) {
            read(type, type.getName(), subgraphs, formats);
            for (FieldDefinition field : type.getFieldDefinitions()) {
                read(field, type.getName() + "." + field.getName(), subgraphs, formats);
            }
        }
        return new TagFormats(formats);
    }

    private static void read(
            DirectivesContainer<?> element,
            String coordinate,
            Map<String, String> subgraphs,
            Map<Place, List<String>> formats) {
        for (Directive directive : element.getDirectives("join__directive")) {
            String name = text(directive.getArgument("name"));
            if ((name.equals("cacheTag") || name.equals("federation__cacheTag"))
                    && directive.getArgument("args").getValue() instanceof ObjectValue arguments
                    && directive.getArgument("graphs").getValue() instanceof ArrayValue graphs) {
                String format = arguments.getObjectFields().stream()
                        .filter(field -> field.getName().equals("format"))
                        .map(field -> text(field.getValue()))
                        .findFirst()
                        .orElse("");
                graphs.getValues().stream()
                        .map(graph -> subgraphs.getOrDefault(text(graph), ""))
                        .forEach(subgraph -> formats.computeIfAbsent(
                                        new Place(subgraph, coordinate), place -> new ArrayList<>(1))
                                .add(format));
            }
        }
    }

    private static String text(@Nullable Argument argument) {
        return argument == null ? "" : text(argument.getValue());
    }

    private static String text(@Nullable Value<?> value) {
        if (value instanceof StringValue string) {
            return Objects.requireNonNullElse(string.getValue(), "");
        }
        return value instanceof EnumValue constant ? constant.getName() : "";
    }

    /** The tags of an entity. */
    List<String> ofEntity(String subgraph, String type, Map<?, ?> representation) {
        return filled(formats.getOrDefault(new Place(subgraph, type), List.of()), representation);
    }

    /**
     * The tags of all root fields of a query.
     *
     * @param request its JSON
     */
    List<String> ofQuery(String subgraph, byte[] request, int from, int to) {
        if (formats.isEmpty()) {
            return List.of();
        }
        Map<?, ?> members = (Map<?, ?>) Objects.requireNonNull(Json.value(request, from, to));
        Map<?, ?> variables = members.get("variables") instanceof Map<?, ?> given ? given : Map.of();
        List<String> all = new ArrayList<>();
        for (Field field : RootFields.of(String.valueOf(members.get("query")))) {
            List<String> ofField = formats.getOrDefault(new Place(subgraph, "Query." + field.getName()), List.of());
            Map<String, @Nullable Object> arguments = new HashMap<>();
            field.getArguments()
                    .forEach(argument -> arguments.put(argument.getName(), valueOf(argument.getValue(), variables)));
            all.addAll(filled(ofField, arguments));
        }
        return all;
    }

    private static @Nullable Object valueOf(Value<?> value, Map<?, ?> variables) {
        return switch (value) {
            case VariableReference variable -> variables.get(variable.getName());
            case StringValue string -> string.getValue();
            case EnumValue constant -> constant.getName();
            case IntValue number -> number.getValue();
            case BooleanValue bool -> bool.isValue();
            case ObjectValue object -> {
                Map<String, @Nullable Object> fields = new HashMap<>();
                object.getObjectFields()
                        .forEach(field -> fields.put(field.getName(), valueOf(field.getValue(), variables)));
                yield fields;
            }
            default -> null;
        };
    }

    private static List<String> filled(List<String> formats, Map<?, ?> values) {
        return formats.stream()
                .map(format -> CacheTags.named(PLACEHOLDER
                        .matcher(format)
                        .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(valueAt(found, values))))))
                .toList();
    }

    private static @Nullable Object valueAt(MatchResult placeholder, Map<?, ?> values) {
        Object value = values;
        for (String name : placeholder.group(1).split("\\.")) {
            value = value instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return value;
    }
}
