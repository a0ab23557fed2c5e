package ft.transcendence.federation.cost;

import ft.transcendence.federation.json.JsonReader;
import ft.transcendence.federation.variables.VariableValues;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The value of a slicing argument: a number, or the length of a list. */
sealed interface Slice {

    /** The length; empty if the argument is not given, or null. */
    OptionalLong count(VariableValues variables);

    /** Whether the client gives the argument. */
    boolean isGiven(VariableValues variables);

    /**
     * A number in the document or the schema.
     *
     * @param given false for a default of the schema
     */
    record Number(long count, boolean given) implements Slice {
        @Override
        public OptionalLong count(VariableValues variables) {
            return OptionalLong.of(count);
        }

        @Override
        public boolean isGiven(VariableValues variables) {
            return given;
        }
    }

    /**
     * A variable, or an input field in its value.
     *
     * @param path the names of the input fields that lead from the variable's value to the number
     * @param otherwise the schema's default if the variable has no value
     * @param missing for each name of the path, the schema's default if the input object does not have it
     */
    record Variable(String name, List<String> path, OptionalLong otherwise, List<OptionalLong> missing)
            implements Slice {
        public Variable {
            path = List.copyOf(path);
            missing = List.copyOf(missing);
        }

        @Override
        public OptionalLong count(VariableValues variables) {
            byte[] json = variables.get(name);
            if (json == null) {
                return otherwise;
            }
            Object value = new JsonReader(json).readValue();
            for (int i = 0; i < path.size(); i++) {
                if (!(value instanceof Map<?, ?> fields)) {
                    return OptionalLong.empty();
                }
                if (!fields.containsKey(path.get(i))) {
                    return missing.get(i);
                }
                value = fields.get(path.get(i));
            }
            return size(value);
        }

        @Override
        public boolean isGiven(VariableValues variables) {
            byte[] json = variables.get(name);
            Object value = json == null ? null : new JsonReader(json).readValue();
            for (String field : path) {
                value = value instanceof Map<?, ?> fields ? fields.get(field) : null;
            }
            return value != null;
        }

        private static OptionalLong size(@Nullable Object value) {
            return switch (value) {
                case List<?> items -> OptionalLong.of(items.size());
                case java.lang.Number number -> parse(number.toString());
                case null, default -> OptionalLong.empty();
            };
        }
    }

    /** The number; empty for null, and for values that validation refuses anyway. */
    static OptionalLong parse(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException noNumber) {
            return OptionalLong.empty();
        }
    }
}
