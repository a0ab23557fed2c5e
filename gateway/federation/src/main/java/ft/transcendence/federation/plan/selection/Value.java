package ft.transcendence.federation.plan.selection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** An argument's value: a literal, a variable, or a list or object of values. {@code toString()} is its GraphQL text. */
public sealed interface Value {

    /** A variable of the client's operation. */
    record VariableReference(String name) implements Value {
        @Override
        public String toString() {
            return "$" + name;
        }
    }

    /** A scalar, an enum value or null, as GraphQL text: {@code 3}, {@code "a"}, {@code RED}, {@code null}. */
    record Literal(String graphql) implements Value {
        @Override
        public String toString() {
            return graphql;
        }
    }

    /** A list of values. */
    record ListValue(List<Value> items) implements Value {
        public ListValue {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return items.stream().map(Value::toString).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** An input object; its fields keep the order in which they were written. */
    record ObjectValue(Map<String, Value> fields) implements Value {
        public ObjectValue {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String toString() {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + ": " + field.getValue())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /** The names of all variables in this value, in order of appearance. */
    default SequencedSet<String> variables() {
        SequencedSet<String> names = new LinkedHashSet<>();
        switch (this) {
            case VariableReference reference -> names.add(reference.name());
            case Literal ignored -> {}
            case ListValue list -> list.items().forEach(item -> names.addAll(item.variables()));
            case ObjectValue object -> object.fields().values().forEach(field -> names.addAll(field.variables()));
        }
        return names;
    }
}
