package ft.transcendence.users.profile;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stores profiles. Lookups by name find active users only, since erased ones have no name. */
interface UserRepository extends Repository<User, UUID> {

    String VISIBLE = """
            SELECT profile.* FROM profile
            WHERE NOT EXISTS (
                SELECT FROM friend_edge
                WHERE owner = profile.id AND other = :viewer AND state = 'BLOCKED'
            )
            """;

    String BEHIND = """
            AND active AND lower(username) ~>~ :after
            ORDER BY lower(username) USING ~<~
            LIMIT :limit
            """;

    Optional<User> findById(UUID id);

    List<User> findAllByIdIn(Iterable<UUID> ids);

    /** The user, whose row stays locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("FROM User WHERE id = :id")
    Optional<User> lockById(UUID id);

    /** Those of these users who did not block the viewer. */
    @NativeQuery(VISIBLE + "AND profile.id IN (:ids)")
    List<User> findVisible(UUID viewer, Collection<UUID> ids);

    /** The active user with this username, unless they blocked the viewer. */
    @NativeQuery(VISIBLE + "AND active AND lower(username) = lower(:username)")
    Optional<User> findVisibleByUsername(UUID viewer, String username);

    /** Active users who did not block the viewer, ordered by lower-case username, after the given one. */
    @NativeQuery(VISIBLE + BEHIND)
    List<User> list(UUID viewer, String after, int limit);

    /**
     * As {@link #list}, restricted to users whose username or display name matches the pattern. A union lets each of
     * the two use its own index; with {@code OR}, the database might scan all usernames.
     */
    @NativeQuery("SELECT * FROM ((" + VISIBLE + " AND lower(username) LIKE :pattern " + BEHIND + ") UNION ("
            + "WITH profile AS MATERIALIZED (SELECT * FROM profile WHERE lower(display_name) LIKE :pattern) "
            + VISIBLE + BEHIND + ")) found ORDER BY lower(username) USING ~<~ LIMIT :limit")
    List<User> search(UUID viewer, String after, String pattern, int limit);

    User saveAndFlush(User user);
}
