package ft.transcendence.federation.supergraph.reader;

import ft.transcendence.federation.supergraph.AppliedDirective;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the directives of types and fields, except those of the join specification. */
final class AppliedDirectiveReader {
    private static final Set<String> KEPT =
            Set.of("inaccessible", "tag", "authenticated", "requiresScopes", "policy", "cost", "listSize");

    private AppliedDirectiveReader() {}

    static List<AppliedDirective> read(List<Directive> directives, Features features) {
        return directives.stream()
                .map(directive -> read(directive, features))
                .filter(directive -> KEPT.contains(directive.name()))
                .toList();
    }

    /** Reads a directive. A {@code join__directive} is read as the subgraph directive that it wraps. */
    private static AppliedDirective read(Directive directive, Features features) {
        String name = features.directive(directive.getName());
        Map<String, Object> arguments = arguments(directive);
        if (!name.equals("join__directive")) {
            return new AppliedDirective(name, arguments);
        }
        Map<String, Object> carried = new LinkedHashMap<>();
        if (arguments.get("args") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> carried.put(String.valueOf(key), value));
        }
        return new AppliedDirective(features.directive(String.valueOf(arguments.get("name"))), carried);
    }

    /** The arguments of a directive as strings, numbers, booleans, and lists and maps of those. */
    static Map<String, Object> arguments(Directive directive) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Argument argument : directive.getArguments()) {
            values.put(argument.getName(), value(argument.getValue()));
        }
        return values;
    }

    private static Object value(Value<?> value) {
        return switch (value) {
            case StringValue text -> String.valueOf(text.getValue());
            case EnumValue name -> name.getName();
            case BooleanValue flag -> flag.isValue();
            case IntValue number -> number.getValue().intValue();
            case FloatValue number -> number.getValue().doubleValue();
            case ArrayValue list ->
                list.getValues().stream().map(AppliedDirectiveReader::value).toList();
            case ObjectValue object -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                for (ObjectField field : object.getObjectFields()) {
                    fields.put(field.getName(), value(field.getValue()));
                }
                yield fields;
            }
            default -> "";
        };
    }
}
