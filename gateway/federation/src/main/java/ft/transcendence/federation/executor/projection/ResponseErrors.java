package ft.transcendence.federation.executor.projection;

import ft.transcendence.federation.json.JsonWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The errors of the client's response, in the order in which they occurred. */
public final class ResponseErrors {

    /** Further errors would only repeat these. */
    private static final int MAX_ERRORS = 1_000;

    private final List<Map<String, @Nullable Object>> errors = new ArrayList<>();

    /**
     * Adds an error.
     *
     * @param path the client's response keys and list indexes; empty if the error has no path
     * @param extensions at least a stable {@code code}
     */
    public void add(String message, List<Object> path, Map<String, ?> extensions) {
        if (errors.size() == MAX_ERRORS) {
            return;
        }
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("message", message);
        if (!path.isEmpty()) {
            error.put("path", List.copyOf(path));
        }
        error.put("extensions", extensions);
        errors.add(error);
    }

    /** Adds a finished error. */
    public void add(Map<String, @Nullable Object> error) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(error);
        }
    }

    /** How many further errors there is room for. */
    public int room() {
        return MAX_ERRORS - errors.size();
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** The entries, when no more are added. */
    public List<Map<String, @Nullable Object>> entries() {
        return errors.isEmpty() ? List.of() : Collections.unmodifiableList(errors);
    }

    public int count() {
        return errors.size();
    }

    public void write(JsonWriter out) {
        out.writeValue(errors);
    }
}
