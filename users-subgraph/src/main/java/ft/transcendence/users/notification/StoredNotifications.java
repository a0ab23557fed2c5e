package ft.transcendence.users.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores notifications. */
@Repository
class StoredNotifications {

    private static final String COLUMNS = "id, number, kind, subject, created_at, read_at";

    private final JdbcClient jdbc;

    StoredNotifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a notification for each of these users who has an account and was not told before, and deletes their oldest
     * ones beyond the limit. Locks the users, so that numbers increase in the order of commits. Returns who was told.
     */
    List<UUID> add(NotificationKind kind, UUID subject, Collection<UUID> users, Instant now, int kept) {
        return jdbc.sql("""
                        WITH recipient AS (
                            SELECT id FROM profile WHERE id = ANY (:users) AND active ORDER BY id FOR NO KEY UPDATE
                        ), added AS (
                            INSERT INTO notification (id, user_id, kind, subject, created_at)
                            SELECT gen_random_uuid(), id, :kind, :subject, :now FROM recipient
                            ON CONFLICT DO NOTHING
                            RETURNING user_id
                        ), trimmed AS (
                            -- the statement does not see what it adds, one for each
                            DELETE FROM notification USING added CROSS JOIN LATERAL (
                                SELECT number FROM notification WHERE user_id = added.user_id
                                ORDER BY number DESC OFFSET :keptBefore LIMIT 1
                            ) AS newest_deleted
                            WHERE notification.user_id = added.user_id AND notification.number <= newest_deleted.number
                        )
                        SELECT user_id FROM added
                        """)
                .param("users", users.toArray(UUID[]::new))
                .param("kind", kind.name())
                .param("subject", subject)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("keptBefore", kept - 1)
                .query(StoredNotifications::user)
                .list();
    }

    /** Whether anyone was told this. */
    boolean exists(NotificationKind kind, UUID subject) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM notification WHERE subject = ? AND kind = ?)")
                .params(subject, kind.name())
                .query(Boolean.class)
                .single();
    }

    /** Deletes what anyone was told about a subject. Returns who had such a notification. */
    List<UUID> remove(NotificationKind kind, UUID subject) {
        return jdbc.sql("DELETE FROM notification WHERE subject = ? AND kind = ? RETURNING user_id")
                .params(subject, kind.name())
                .query(StoredNotifications::user)
                .list();
    }

    /** Deletes what a user was told about a subject. Returns whether there was such a notification. */
    boolean remove(NotificationKind kind, UUID subject, UUID user) {
        return jdbc.sql("DELETE FROM notification WHERE subject = ? AND user_id = ? AND kind = ?")
                        .params(subject, user, kind.name())
                        .update()
                > 0;
    }

    /** Deletes what all but these users were told about a subject. Returns who had such a notification. */
    List<UUID> removeExceptOf(NotificationKind kind, UUID subject, Collection<UUID> users) {
        return jdbc.sql("""
                        DELETE FROM notification WHERE subject = :subject AND kind = :kind AND user_id <> ALL (:users)
                        RETURNING user_id
                        """)
                .param("subject", subject)
                .param("kind", kind.name())
                .param("users", users.toArray(UUID[]::new))
                .query(StoredNotifications::user)
                .list();
    }

    /** Deletes what these two were told of each other, of these kinds. Returns who had such a notification. */
    List<UUID> removeBetween(UUID one, UUID other, Collection<NotificationKind> kinds) {
        return jdbc.sql("""
                        DELETE FROM notification
                        WHERE (subject = :one AND user_id = :other OR subject = :other AND user_id = :one)
                          AND kind = ANY (:kinds)
                        RETURNING user_id
                        """)
                .param("one", one)
                .param("other", other)
                .param("kinds", names(kinds))
                .query(StoredNotifications::user)
                .list();
    }

    /** Deletes a user's notifications and those about the user. Returns who had one about the user. */
    List<UUID> removeAllOf(UUID user) {
        jdbc.sql("DELETE FROM notification WHERE user_id = ?").param(user).update();
        return jdbc.sql("DELETE FROM notification WHERE subject = :user AND kind = ANY (:kinds) RETURNING user_id")
                .param("user", user)
                .param("kinds", names(NotificationKind.ABOUT_PLAYERS))
                .query(StoredNotifications::user)
                .list();
    }

    /** Deletes at most this many notifications from before the given moment. Returns how many were deleted. */
    int removeBefore(Instant oldest, int limit) {
        return jdbc.sql("""
                        DELETE FROM notification WHERE id IN (
                            SELECT id FROM notification WHERE created_at < :oldest ORDER BY created_at
                            LIMIT :limit FOR UPDATE SKIP LOCKED
                        )
                        """)
                .param("oldest", oldest.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }

    /** A user's notifications with lower numbers, newest first. */
    List<Notification> before(UUID user, long number, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM notification WHERE user_id = ? AND number < ?"
                        + " ORDER BY number DESC LIMIT ?")
                .params(user, number, limit)
                .query(StoredNotifications::read)
                .list();
    }

    /** What a stream begins with: the highest number of the user's notifications, or 0, and how many are unread. */
    NotificationState state(UUID user) {
        return jdbc.sql("""
                        SELECT coalesce(max(number), 0), count(*) FILTER (WHERE read_at IS NULL)
                        FROM notification WHERE user_id = ?
                        """)
                .param(user)
                .query((row, _) -> new NotificationState(row.getLong(1), row.getInt(2), List.of()))
                .single();
    }

    /**
     * What a stream continues with after this number: the user's notifications with higher ones, oldest first, and how
     * many are unread. One statement, so that no notification is counted before it is in the list.
     */
    NotificationState stateAfter(UUID user, long number) {
        List<Notification> added = new ArrayList<>();
        int[] unread = new int[1];
        jdbc.sql("SELECT counted.unread, " + COLUMNS + """
                         FROM (
                            SELECT count(*) AS unread FROM notification WHERE user_id = :user AND read_at IS NULL
                        ) AS counted
                        LEFT JOIN notification ON user_id = :user AND number > :number
                        ORDER BY number
                        """)
                .param("user", user)
                .param("number", number)
                .query(row -> {
                    unread[0] = row.getInt("unread");
                    if (row.getObject("id") != null) {
                        added.add(read(row, added.size()));
                    }
                });
        return new NotificationState(added.isEmpty() ? number : added.getLast().number(), unread[0], added);
    }

    int unread(UUID user) {
        return jdbc.sql("SELECT count(*) FROM notification WHERE user_id = ? AND read_at IS NULL")
                .param(user)
                .query(Integer.class)
                .single();
    }

    /** The number of one of the user's notifications. */
    Optional<Long> number(UUID user, UUID id) {
        return jdbc.sql("SELECT number FROM notification WHERE id = ? AND user_id = ?")
                .params(id, user)
                .query(Long.class)
                .optional();
    }

    /** Marks these notifications of the user as read. Returns whether one of them was unread. */
    boolean markRead(UUID user, Collection<UUID> ids, Instant now) {
        return markRead("id = ANY (:chosen)", user, ids.toArray(UUID[]::new), now);
    }

    /** Marks the user's notifications up to this number as read. Returns whether one of them was unread. */
    boolean markReadUpTo(UUID user, long number, Instant now) {
        return markRead("number <= :chosen", user, number, now);
    }

    /** Locks the rows in one order, so that concurrent requests cannot deadlock. */
    private boolean markRead(String condition, UUID user, Object chosen, Instant now) {
        return jdbc.sql("""
                        UPDATE notification SET read_at = :now WHERE id IN (
                            SELECT id FROM notification WHERE user_id = :user AND read_at IS NULL AND %s
                            ORDER BY number FOR UPDATE
                        )
                        """.formatted(condition))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("user", user)
                        .param("chosen", chosen)
                        .update()
                > 0;
    }

    private static String[] names(Collection<NotificationKind> kinds) {
        return kinds.stream().map(Enum::name).toArray(String[]::new);
    }

    private static UUID user(ResultSet row, int number) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    private static Notification read(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
        return new Notification(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                NotificationKind.valueOf(row.getString("kind")),
                row.getObject("subject", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                readAt == null ? null : readAt.toInstant());
    }
}
