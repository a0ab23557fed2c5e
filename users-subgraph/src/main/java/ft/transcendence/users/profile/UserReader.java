package ft.transcendence.users.profile;

import ft.transcendence.subgraph.statement.IdParameter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads users for responses, with the totals of their matches: rows become records, without a session that would track
 * their changes, and each statement is a transaction of its own. Lookups by name find active users only, since erased
 * ones have no name.
 */
@Repository
class UserReader {

    private static final String COLUMNS = """
            profile.id, username, display_name, first_name, last_name, avatar_url, bio, joined_at, active, campus, via_42,
            username_42
            """;

    private static final String TOTALS = "coalesce(wins, 0), coalesce(losses, 0), coalesce(total_score, 0) ";

    private static final String ALL =
            "SELECT " + COLUMNS + ", " + TOTALS + "FROM profile LEFT JOIN standing ON standing.user_id = profile.id ";

    private static final String DID_NOT_BLOCK = """
            WHERE NOT EXISTS (
                SELECT FROM friend_edge
                WHERE owner = profile.id AND other = :viewer AND state = 'BLOCKED'
            )
            """;

    private static final String VISIBLE = ALL + DID_NOT_BLOCK;

    private static final String BEHIND = """
            AND active AND lower(username) ~>~ :after
            ORDER BY lower(username) USING ~<~
            LIMIT :limit
            """;

    private static final String LIST = VISIBLE + BEHIND;

    private static final String FOUND = "SELECT " + COLUMNS + "FROM profile " + DID_NOT_BLOCK;

    /**
     * As {@link #LIST}, restricted to users whose username or display name matches the pattern. A union lets each of the
     * two use its own index; with {@code OR}, the database might scan all usernames. Totals are joined to the page: for
     * everybody who matches, it would read the totals of all users.
     */
    private static final String SEARCH = "SELECT page.*, " + TOTALS
            + "FROM (SELECT * FROM ((" + FOUND + "AND lower(username) LIKE :pattern " + BEHIND
            + ") UNION (WITH profile AS MATERIALIZED (SELECT * FROM profile WHERE lower(display_name) LIKE :pattern) "
            + FOUND + BEHIND + ")) found ORDER BY lower(username) USING ~<~ LIMIT :limit) page "
            + "LEFT JOIN standing ON standing.user_id = page.id ORDER BY lower(username) USING ~<~";

    private final JdbcClient jdbc;
    private final ProfileProperties properties;

    UserReader(JdbcClient jdbc, ProfileProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    Optional<User> byId(UUID id) {
        return jdbc.sql(ALL + "WHERE profile.id = :id")
                .param("id", id)
                .query(this::user)
                .optional();
    }

    Map<UUID, User> byIds(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        IdParameter wanted = IdParameter.of(ids);
        return byId(jdbc.sql(ALL + "WHERE profile.id " + wanted.comparison("ids"))
                .param("ids", wanted.value())
                .query(this::user)
                .list());
    }

    /** Those of these users who did not block the viewer. */
    Map<UUID, User> visible(UUID viewer, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        IdParameter wanted = IdParameter.of(ids);
        return byId(jdbc.sql(VISIBLE + "AND profile.id " + wanted.comparison("ids"))
                .param("viewer", viewer)
                .param("ids", wanted.value())
                .query(this::user)
                .list());
    }

    /** The active user with this username, unless they blocked the viewer. */
    Optional<User> visibleByUsername(UUID viewer, String username) {
        return jdbc.sql(VISIBLE + "AND active AND lower(username) = lower(:username)")
                .param("viewer", viewer)
                .param("username", username)
                .query(this::user)
                .optional();
    }

    /** Active users who did not block the viewer, ordered by lower-case username, after the given one. */
    List<User> list(UUID viewer, String after, int limit) {
        return jdbc.sql(LIST)
                .param("viewer", viewer)
                .param("after", after)
                .param("limit", limit)
                .query(this::user)
                .list();
    }

    /** As {@link #list}, restricted to users whose username or display name matches the pattern. */
    List<User> search(UUID viewer, String after, String pattern, int limit) {
        return jdbc.sql(SEARCH)
                .param("viewer", viewer)
                .param("after", after)
                .param("pattern", pattern)
                .param("limit", limit)
                .query(this::user)
                .list();
    }

    private User user(ResultSet row, int number) throws SQLException {
        return new User(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                properties.avatar(row.getString(6)),
                row.getString(7),
                row.getTimestamp(8).toInstant(),
                row.getBoolean(9),
                row.getString(10),
                row.getBoolean(11),
                row.getString(12),
                row.getInt(13),
                row.getInt(14),
                row.getLong(15));
    }

    private static Map<UUID, User> byId(List<User> users) {
        return users.stream().collect(Collectors.toMap(User::id, Function.identity()));
    }
}
