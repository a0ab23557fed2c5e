package ft.transcendence.matches.history;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Restricts a search to matches of players whose username starts with a prefix. If few players match, it is fastest to
 * search the matches of each; if many do, any range of matches contains some of them. PostgreSQL cannot choose between
 * the two, because it underestimates how many names match a pattern.
 *
 * @param pattern the pattern for {@code LIKE}, in lower case
 * @param few the matching players, if there are few; empty otherwise
 * @param areMany whether there are too many to list
 */
record PlayerNameFilter(String pattern, List<UUID> few, boolean areMany) {

    private static final int FEW = 300;

    PlayerNameFilter {
        few = List.copyOf(few);
    }

    /** Looks up which players match the prefix. Wildcards in the prefix are escaped. */
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

    /** Adds the restriction to a search: few players become a parameter, many become a condition on each match. */
    void applyTo(WhereClause where) {
        if (areMany) {
            // OFFSET 0 stops PostgreSQL from starting with the names
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
