package ft.transcendence.schemacheck.finding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the check found.
 *
 * @param where what is affected: a schema coordinate, an error code, a file
 * @param hint what to do about it
 * @param operation the recorded operation that is affected, as people call it
 * @param usedBy recorded operations that use what has changed
 * @param locations places in files, the most important first
 */
public record Finding(
        Level level,
        String where,
        String message,
        @Nullable String hint,
        @Nullable String operation,
        List<String> usedBy,
        List<Location> locations) {

    public Finding {
        usedBy = List.copyOf(usedBy);
        locations = List.copyOf(locations);
    }

    public Finding(Level level, String where, String message) {
        this(level, where, message, null, null, List.of(), List.of());
    }

    public Finding hint(String text) {
        return new Finding(level, where, message, text, operation, usedBy, locations);
    }

    public Finding in(String affectedOperation) {
        return new Finding(level, where, message, hint, affectedOperation, usedBy, locations);
    }

    public Finding usedBy(List<String> operations) {
        return new Finding(level, where, message, hint, operation, operations, locations);
    }

    public Finding at(Location location) {
        return at(List.of(location));
    }

    public Finding at(List<Location> places) {
        return new Finding(level, where, message, hint, operation, usedBy, places);
    }

    /** For people: what it is, then its places and what to do about it, indented. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(where + ": " + message);
        locations.forEach(place -> lines.add("  at " + place));
        if (hint != null) {
            lines.add("  → " + hint);
        }
        return lines;
    }
}
