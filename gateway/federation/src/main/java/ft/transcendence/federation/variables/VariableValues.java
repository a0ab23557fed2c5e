package ft.transcendence.federation.variables;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The coerced values of the client's variables, each as JSON text. A variable without a value and without a default is not in it.
 *
 * @param json JSON text by variable name
 */
public record VariableValues(Map<String, byte[]> json) {

    private static final VariableValues NONE = new VariableValues(Map.of());

    /** Of an operation without variables. */
    public static VariableValues none() {
        return NONE;
    }

    /** The JSON text of a variable, null if it has no value. */
    public byte @Nullable [] get(String name) {
        return json.get(name);
    }

    /** Whether a variable is {@code true}. */
    public boolean isTrue(String name) {
        byte[] value = json.get(name);
        return value != null && value.length == 4 && value[0] == 't';
    }
}
