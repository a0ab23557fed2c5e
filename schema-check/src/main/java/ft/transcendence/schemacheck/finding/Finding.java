package ft.transcendence.schemacheck.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

    private static final Pattern COLUMN = Pattern.compile(":\\d+$");

    public Finding {
        usedBy = List.copyOf(usedBy);
        locations = List.copyOf(locations);
    }

    public Finding(Level level, String where, String message) {
        this(level, where, message, null, null, List.of(), List.of());
    }

    /** Something wrong at a place in a file, which is all that it is called by. */
    public static Finding of(Level level, Location place, String message) {
        return new Finding(level, place.toString(), message).at(place);
    }

    /** Something wrong with an element, which is called by its line: {@code users.graphqls:12 User.bio}. */
    public static Finding of(Level level, Location place, String coordinate, String message) {
        return new Finding(level, place.file() + ":" + place.line() + " " + coordinate, message).at(place);
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

    /** The places that {@link #where} does not name already. */
    public List<String> otherPlaces() {
        return locations.stream()
                .map(Location::toString)
                .filter(place -> !where.startsWith(COLUMN.matcher(place).replaceFirst("")))
                .toList();
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
