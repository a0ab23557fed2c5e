package ft.transcendence.matches.rating;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rating changes as a table in a statement, with an array for each column. */
final class ChangeRows {

    static final String COLUMNS = """
            match_id, user_id, mode,
            before_value, before_deviation, before_volatility, before_matches, before_rated_at,
            after_value, after_deviation, after_volatility, after_matches, after_rated_at, after_certain_until
            """;

    static final String TABLE = """
            unnest(
                :matches, :players, :modes,
                :beforeValue, :beforeDeviation, :beforeVolatility, :beforeMatches, :beforeRatedAt::timestamptz[],
                :afterValue, :afterDeviation, :afterVolatility, :afterMatches, :afterRatedAt::timestamptz[],
                :afterCertainUntil::timestamptz[]
            ) AS change (%s)""".formatted(COLUMNS);

    private ChangeRows() {}

    /** The parameters of {@link #TABLE}. */
    static Map<String, Object> parameters(List<RatingChange> changes, RatingRules rules) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("matches", each(changes, RatingChange::matchId, UUID[]::new));
        parameters.put("players", each(changes, RatingChange::userId, UUID[]::new));
        parameters.put("modes", each(changes, change -> change.ladder().name(), String[]::new));
        parameters.put(
                "afterCertainUntil",
                each(changes, change -> text(rules.certainUntil(change.after()).orElse(null)), String[]::new));
        put("before", changes, RatingChange::before, parameters);
        put("after", changes, RatingChange::after, parameters);
        return parameters;
    }

    private static void put(
            String side,
            List<RatingChange> changes,
            Function<RatingChange, PlayerRating> rating,
            Map<String, Object> parameters) {
        List<PlayerRating> ratings = changes.stream().map(rating).toList();
        parameters.put(side + "Value", each(ratings, each -> each.rating().value(), Double[]::new));
        parameters.put(side + "Deviation", each(ratings, each -> each.rating().deviation(), Double[]::new));
        parameters.put(side + "Volatility", each(ratings, each -> each.rating().volatility(), Double[]::new));
        parameters.put(side + "Matches", each(ratings, PlayerRating::ratedMatches, Integer[]::new));
        parameters.put(side + "RatedAt", each(ratings, each -> text(each.lastRatedAt()), String[]::new));
    }

    private static <T, V extends @Nullable Object> @Nullable Object[] each(
            List<T> rows, Function<T, V> column, IntFunction<@Nullable Object[]> array) {
        return rows.stream().map(column).toArray(array);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
