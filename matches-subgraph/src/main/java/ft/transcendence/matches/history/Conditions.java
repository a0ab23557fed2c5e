package ft.transcendence.matches.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@code where} clause put together from the conditions that were given; values travel as parameters only. */
final class Conditions {

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** Adds a condition on a parameter, unless there is no value for it; an empty collection lets nothing pass. */
    Conditions add(String clause, String parameter, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Collection<?> values when values.isEmpty() -> clauses.add("false");
            case Collection<?> values ->
                put(clause, parameter, values.stream().map(Conditions::plain).toList());
            default -> put(clause, parameter, plain(value));
        }
        return this;
    }

    private void put(String clause, String parameter, Object value) {
        clauses.add(clause);
        parameters.put(parameter, value);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Enum<?> constant -> constant.name();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            default -> value;
        };
    }

    /** The clause without its keyword. */
    String sql() {
        return clauses.isEmpty() ? "true" : String.join(" and ", clauses);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
