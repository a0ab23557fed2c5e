package ft.transcendence.federation.executor;

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

    byte @Nullable [] get(String name) {
        return json.get(name);
    }
}
