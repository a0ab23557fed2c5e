package ft.transcendence.federation.variables;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The coerced values of an operation's variables. A variable with neither a value nor a default is not included.
 *
 * @param json the values as JSON, by name
 */
public record VariableValues(Map<String, byte[]> json) {

    private static final VariableValues NONE = new VariableValues(Map.of());

    /** The values of an operation without variables. */
    public static VariableValues none() {
        return NONE;
    }

    /** The value of a variable as JSON; null if it has none. */
    public byte @Nullable [] get(String name) {
        return json.get(name);
    }

    /** Whether the value of a variable is {@code true}. */
    public boolean isTrue(String name) {
        byte[] value = json.get(name);
        return value != null && value.length == 4 && value[0] == 't';
    }
}
