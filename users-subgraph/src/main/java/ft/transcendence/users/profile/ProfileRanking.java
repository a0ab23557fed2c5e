package ft.transcendence.users.profile;

import ft.transcendence.subgraph.paging.Cursor;
import ft.transcendence.subgraph.paging.PageArguments;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Active users who did not block the viewer, ordered by total score. Users who never played count as 0. */
@Repository
class ProfileRanking {

    record RankedProfile(UUID userId, long totalScore) {

        Cursor cursor() {
            return Cursor.of(totalScore, userId);
        }
    }

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Users with points come from the index on totals. The others are queried only if those do not fill the page. */
    private static final String PAGE = """
            WITH visible AS NOT MATERIALIZED (
                SELECT id FROM profile
                WHERE active AND NOT EXISTS (
                    SELECT FROM friend_edge WHERE owner = profile.id AND other = :viewer AND state = 'BLOCKED'
                )
            ), scored AS (
                SELECT id, total_score AS total FROM standing JOIN visible ON id = user_id
                WHERE total_score > 0 AND total_score <= :score AND (total_score < :score OR user_id > :id)
                ORDER BY total_score DESC, user_id
                LIMIT :limit
            ), others AS (
                SELECT id, 0 AS total FROM visible
                WHERE (:score > 0 OR id > :id)
                    AND NOT EXISTS (SELECT FROM standing WHERE user_id = id AND total_score > 0)
                ORDER BY id
                LIMIT :limit - (SELECT count(*) FROM scored)
            )
            SELECT id, total FROM scored UNION ALL SELECT id, total FROM others ORDER BY total DESC, id
            """;

    private final JdbcClient jdbc;

    ProfileRanking(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RankedProfile> page(UUID viewer, PageArguments page) {
        return jdbc.sql(PAGE)
                .param("viewer", viewer)
                .param("score", page.after(2).map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE))
                .param("id", page.after(2).map(cursor -> cursor.uuid(1)).orElse(BEFORE_ALL))
                .param("limit", page.limit())
                .query((row, number) -> new RankedProfile(row.getObject(1, UUID.class), row.getLong(2)))
                .list();
    }
}
