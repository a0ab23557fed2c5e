package ft.transcendence.matches.season;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the seasons. Their numbers and times never change. */
@Repository
class SeasonStore {

    private static final String SEASONS =
            "SELECT number, starts_at, ends_at, archived_at IS NOT NULL archived FROM season ";

    private final JdbcClient jdbc;

    SeasonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All seasons, oldest first. */
    SeasonCalendar all() {
        return new SeasonCalendar(
                jdbc.sql(SEASONS + "ORDER BY number").query(SeasonStore::season).list());
    }

    /** The seasons that have begun by then, newest first. */
    List<Season> begunBy(Instant moment, int limit) {
        return jdbc.sql(SEASONS + "WHERE starts_at <= :moment ORDER BY number DESC LIMIT :limit")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(SeasonStore::season)
                .list();
    }

    /** Adds a season, unless another instance has already added that one. */
    void add(Season season) {
        jdbc.sql("""
                        INSERT INTO season (number, starts_at, ends_at) VALUES (:number, :startsAt, :endsAt)
                        ON CONFLICT (number) DO NOTHING
                        """)
                .param("number", season.number())
                .param("startsAt", season.startsAt().atOffset(ZoneOffset.UTC))
                .param("endsAt", season.endsAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Locks the oldest season that ended by then and is not archived, until the transaction ends; empty if there is
     * none, or if it is already locked.
     */
    Optional<Season> lockEnded(Instant by) {
        return jdbc.sql(SEASONS + "WHERE archived_at IS NULL AND ends_at <= :by ORDER BY number LIMIT 1"
                        + " FOR UPDATE SKIP LOCKED")
                .param("by", by.atOffset(ZoneOffset.UTC))
                .query(SeasonStore::season)
                .optional();
    }

    /** Waits until no season is being archived, and lets none be archived until the transaction ends. */
    void holdArchive() {
        jdbc.sql("SELECT number FROM season WHERE archived_at IS NULL ORDER BY number FOR SHARE")
                .query(Integer.class)
                .list();
    }

    void markArchived(int number, Instant now) {
        jdbc.sql("UPDATE season SET archived_at = :now WHERE number = :number")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("number", number)
                .update();
    }

    private static Season season(ResultSet row, int index) throws SQLException {
        return new Season(
                row.getInt("number"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getBoolean("archived"));
    }
}
