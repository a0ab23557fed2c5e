package ft.transcendence.matches.history;

import ft.transcendence.matches.match.MatchIds;
import java.time.Duration;
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

    /** A match's id and its time of creation are taken from the clock one after the other. */
    private static final Duration HASTE = Duration.ofMinutes(1);

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

    /**
     * Adds the condition that a match was created within this time. Its id tells when, to within {@link #HASTE}: that finds the
     * place in an index on ids.
     */
    Conditions createdWithin(String id, @Nullable Instant from, @Nullable Instant before) {
        return add("match.created_at >= :from", "from", from)
                .add(id + " >= :lowestId", "lowestId", from == null ? null : MatchIds.lowest(from.minus(HASTE)))
                .add("match.created_at < :before", "before", before)
                .add(id + " < :beyondId", "beyondId", before == null ? null : MatchIds.lowest(before.plus(HASTE)));
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
