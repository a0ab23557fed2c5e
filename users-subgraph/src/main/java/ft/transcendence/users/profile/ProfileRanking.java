package ft.transcendence.users.profile;

import ft.transcendence.subgraph.paging.Cursor;
import ft.transcendence.subgraph.paging.PageArguments;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Active users who did not block the viewer, in the order of their total scores; one who never played has none and counts as 0. */
@Repository
class ProfileRanking {

    record Place(UUID userId, long totalScore) {

        Cursor cursor() {
            return Cursor.of(totalScore, userId);
        }
    }

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;

    ProfileRanking(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Place> page(UUID viewer, PageArguments page) {
        return jdbc.sql("""
                        SELECT id, total FROM (
                            SELECT profile.id, coalesce(standing.total_score, 0) AS total
                            FROM profile LEFT JOIN standing ON standing.user_id = profile.id
                            WHERE profile.active AND NOT EXISTS (
                                SELECT FROM friend_edge
                                WHERE owner = profile.id AND other = :viewer AND state = 'BLOCKED'
                            )
                        ) AS ranked
                        WHERE total < :score OR total = :score AND id > :id
                        ORDER BY total DESC, id
                        LIMIT :limit
                        """)
                .param("viewer", viewer)
                .param("score", page.after().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE))
                .param("id", page.after().map(cursor -> cursor.uuid(1)).orElse(BEFORE_ALL))
                .param("limit", page.limit())
                .query((row, number) -> new Place(row.getObject(1, UUID.class), row.getLong(2)))
                .list();
    }
}
