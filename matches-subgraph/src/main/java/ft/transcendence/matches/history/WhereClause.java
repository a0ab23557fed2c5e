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

/** Builds a {@code WHERE} clause from optional conditions. Values become parameters; enum constants become literals. */
final class WhereClause {

    /** The clock is read separately for a match's id and for its creation time. */
    private static final Duration CREATION_TOLERANCE = Duration.ofMinutes(1);

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** Adds a condition with a parameter, unless the value is null. */
    WhereClause add(String clause, String parameter, @Nullable Object value) {
        if (value != null) {
            clauses.add(clause);
            parameters.put(parameter, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
        return this;
    }

    /** Adds a condition without a parameter. */
    WhereClause add(String clause) {
        clauses.add(clause);
        return this;
    }

    /**
     * Adds the condition that the column has one of these values, unless they are null; an empty collection matches
     * nothing. Constants become literals, because a partial index is only used if the statement contains its condition.
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

    /** Adds the condition that the column has this value, unless it is null. */
    WhereClause equal(String column, @Nullable Enum<?> constant) {
        return oneOf(column, constant == null ? null : List.of(constant));
    }

    /**
     * Adds the condition that a match was created within this range. Ids contain the creation time, to within {@link
     * #CREATION_TOLERANCE}, so a range of ids lets PostgreSQL use an index on ids.
     */
    WhereClause createdWithin(String id, @Nullable Instant from, @Nullable Instant before) {
        return add("match.created_at >= :from", "from", from)
                .add(
                        id + " >= :lowestId",
                        "lowestId",
                        from == null ? null : MatchIds.lowest(from.minus(CREATION_TOLERANCE)))
                .add("match.created_at < :before", "before", before)
                .add(
                        id + " < :beyondId",
                        "beyondId",
                        before == null ? null : MatchIds.lowest(before.plus(CREATION_TOLERANCE)));
    }

    /** Adds a parameter that is used outside of the clause. */
    void parameter(String name, Object value) {
        parameters.put(name, value);
    }

    /** The clause without the keyword. */
    String sql() {
        return clauses.isEmpty() ? "true" : String.join(" AND ", clauses);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
