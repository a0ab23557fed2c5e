package ft.transcendence.subgraph.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Access rules as a table with a column per caller and a line per field of the schema, {@code Type.field}. A line
 * {@code Type.* inherited} means that the type is only reached through restricted fields and has no rules of its own.
 * Lines that begin with {@code #} are comments.
 */
public final class AccessRules {

    /** The response a caller gets for a field. */
    public enum Access {
        /** A value other than null; for a mutation, no authorization error; for a subscription, an event. */
        VALUE,
        /** Null without an error, which does not reveal that the field is restricted. */
        NULL,
        /** An error with the code UNAUTHENTICATED. */
        LOGIN,
        /** An error with the code FORBIDDEN. */
        FORBIDDEN
    }

    private static final String INHERITED = "inherited";

    private final List<String> callers;
    private final Map<String, Map<String, Access>> access = new LinkedHashMap<>();
    private final List<String> inheriting = new ArrayList<>();

    private AccessRules(List<String> callers) {
        this.callers = List.copyOf(callers);
    }

    /** Reads the table of this name on the classpath. */
    public static AccessRules read(String resource) {
        return parse(text(resource));
    }

    /** Reads the table from text. */
    public static AccessRules parse(String table) {
        List<List<String>> lines = table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arrays.asList(line.strip().split("\\s+")))
                .toList();
        AccessRules rules =
                new AccessRules(lines.getFirst().subList(1, lines.getFirst().size()));
        lines.subList(1, lines.size()).forEach(rules::add);
        return rules;
    }

    private void add(List<String> line) {
        String field = line.getFirst();
        List<String> words = line.subList(1, line.size());
        if (words.equals(List.of(INHERITED)) && field.endsWith(".*")) {
            inheriting.add(field.substring(0, field.length() - 2));
            return;
        }
        if (words.size() != callers.size()) {
            throw new IllegalArgumentException(field + " needs a response for each of " + callers);
        }
        Map<String, Access> row = new LinkedHashMap<>();
        for (int column = 0; column < words.size(); column++) {
            row.put(callers.get(column), Access.valueOf(words.get(column).toUpperCase(Locale.ROOT)));
        }
        if (access.put(field, row) != null) {
            throw new IllegalArgumentException(field + " has two lines");
        }
    }

    public List<String> callers() {
        return callers;
    }

    /** All fields with rules of their own. */
    public List<String> fields() {
        return List.copyOf(access.keySet());
    }

    /** The types without rules of their own. */
    public List<String> inheriting() {
        return List.copyOf(inheriting);
    }

    /** The expected response for each caller; empty if the field has no rules. */
    public Optional<Map<String, Access>> of(String field) {
        return Optional.ofNullable(access.get(field));
    }

    private static String text(String resource) {
        try (InputStream file = AccessRules.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(file, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
