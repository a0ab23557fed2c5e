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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A {@code where} clause put together from the conditions that were given; values travel as parameters, but for constants. */
final class WhereClause {

    /** A match's id and its time of creation are taken from the clock one after the other. */
    private static final Duration CREATION_TOLERANCE = Duration.ofMinutes(1);

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** Adds a condition on a parameter, unless there is no value for it. */
    WhereClause add(String clause, String parameter, @Nullable Object value) {
        if (value != null) {
            clauses.add(clause);
            parameters.put(parameter, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
        return this;
    }

    /**
     * Adds the condition that a column has one of these values, unless they are not given; none of them lets nothing pass. The
     * constants' names go into the statement itself: partial indexes are found by them.
     */
    WhereClause oneOf(String column, @Nullable Collection<? extends Enum<?>> constants) {
        if (constants != null) {
            clauses.add(
                    constants.isEmpty()
                            ? "false"
                            : constants.stream()
                                    .distinct()
                                    .sorted()
                                    .map(constant -> "'" + constant.name() + "'")
                                    .collect(Collectors.joining(", ", column + " IN (", ")")));
        }
        return this;
    }

    /** Adds the condition that a column has this value, unless it is not given. */
    WhereClause equal(String column, @Nullable Enum<?> constant) {
        return oneOf(column, constant == null ? null : List.of(constant));
    }

    /**
     * Adds the condition that a match was created within this time. Its id tells when, to within {@link #CREATION_TOLERANCE}: that finds the
     * place in an index on ids.
     */
    WhereClause createdWithin(String id, @Nullable Instant from, @Nullable Instant before) {
        return add("match.created_at >= :from", "from", from)
                .add(id + " >= :lowestId", "lowestId", from == null ? null : MatchIds.lowest(from.minus(CREATION_TOLERANCE)))
                .add("match.created_at < :before", "before", before)
                .add(id + " < :beyondId", "beyondId", before == null ? null : MatchIds.lowest(before.plus(CREATION_TOLERANCE)));
    }

    /** Adds a parameter that is used outside of the clause. */
    void parameter(String name, Object value) {
        parameters.put(name, value);
    }

    /** The clause without its keyword. */
    String sql() {
        return clauses.isEmpty() ? "true" : String.join(" AND ", clauses);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
