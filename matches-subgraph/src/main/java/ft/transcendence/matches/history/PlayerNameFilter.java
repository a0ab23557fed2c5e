package ft.transcendence.matches.history;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The players whose username starts with some letters. Few of them are best asked for their own matches, one after the other;
 * of many, some are in any handful of matches. The planner cannot tell: it guesses how many names a pattern fits, and guesses
 * low.
 *
 * @param pattern for {@code like}, in lower case
 * @param few the players when they are few; empty also when there are none, which {@link #areMany} tells apart
 */
record PlayerNameFilter(String pattern, List<UUID> few, boolean areMany) {

    private static final int FEW = 300;

    PlayerNameFilter {
        few = List.copyOf(few);
    }

    /** Looks whose name starts so; the pattern's own signs stand for themselves. */
    static PlayerNameFilter startingWith(String name, JdbcClient jdbc) {
        String pattern = name.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        List<UUID> found = jdbc.sql("SELECT user_id FROM player WHERE lower(username) LIKE :pattern LIMIT :limit")
                .param("pattern", pattern)
                .param("limit", FEW + 1)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        boolean areMany = found.size() > FEW;
        return new PlayerNameFilter(pattern, areMany ? List.of() : found, areMany);
    }

    /** Adds what a search of their matches needs: few are a parameter of it, many a condition on each match. */
    void applyTo(WhereClause where) {
        if (areMany) {
            // the offset keeps the planner from starting at the names
            where.add(
                    "EXISTS (SELECT FROM match_player named JOIN player USING (user_id) WHERE named.match_id = match.id"
                            + " AND lower(player.username) LIKE :pattern OFFSET 0)",
                    "pattern",
                    pattern);
        } else {
            where.parameter("named", few.toArray(UUID[]::new));
        }
    }
}
