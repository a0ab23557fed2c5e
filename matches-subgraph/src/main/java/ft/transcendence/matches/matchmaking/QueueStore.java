package ft.transcendence.matches.matchmaking;

import ft.transcendence.matches.match.MatchMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores queue tickets. Whoever changes the tickets of players holds the locks of these players. */
@Repository
class QueueStore {

    /** A row per seat, as {@link #tickets} reads them. */
    private static final String SELECT = """
            SELECT ticket.id, ticket.mode, ticket.status, ticket.strength, ticket.deviation, ticket.joined_at,
                ticket.ended_at, ticket.match_id, seat.user_id, seat.joined, seat.last_opponents
            FROM queue_ticket ticket JOIN queue_seat seat ON seat.ticket_id = ticket.id
            """;

    private static final String ORDER = " ORDER BY ticket.id, seat.slot";

    /** What has ended stays; a ticket is closed once. */
    private static final String CLOSE = """
            WITH closed AS (
                UPDATE queue_ticket SET status = :status, ended_at = :now, match_id = CAST(:match AS uuid)
                WHERE id = ANY (:tickets) AND ended_at IS NULL
                RETURNING id
            )
            UPDATE queue_seat SET open = false FROM closed WHERE ticket_id = closed.id
            RETURNING user_id
            """;

    private final JdbcClient jdbc;

    QueueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(QueueTicket ticket) {
        jdbc.sql("""
                        INSERT INTO queue_ticket (id, mode, status, strength, deviation, joined_at)
                        VALUES (:id, :mode, :status, :strength, :deviation, :joinedAt)
                        """)
                .param("id", ticket.id())
                .param("mode", ticket.mode().name())
                .param("status", ticket.status().name())
                .param("strength", ticket.strength())
                .param("deviation", ticket.deviation())
                .param("joinedAt", utc(ticket.joinedAt()))
                .update();
        int slot = 0;
        for (QueuePlayer seat : ticket.players()) {
            jdbc.sql("""
                            INSERT INTO queue_seat (ticket_id, user_id, slot, joined, open, seen_at, last_opponents)
                            VALUES (:ticket, :player, :slot, :joined, true, :now, :lastOpponents)
                            """)
                    .param("ticket", ticket.id())
                    .param("player", seat.userId())
                    .param("slot", slot++)
                    .param("joined", seat.joined())
                    .param("now", utc(ticket.joinedAt()))
                    .param("lastOpponents", seat.lastOpponents().toArray(UUID[]::new))
                    .update();
        }
    }

    /**
     * Makes an invited player's seat a joined one. The ticket then waits for opponents, from this moment. Returns false if
     * it was closed meanwhile: tickets expire without the locks of their players.
     */
    boolean join(UUID ticket, QueuePlayer seat, double strength, double deviation, Instant now) {
        int waiting = jdbc.sql("""
                        UPDATE queue_ticket SET status = 'WAITING', strength = :strength, deviation = :deviation, joined_at = :now
                        WHERE id = :ticket AND ended_at IS NULL
                        """)
                .param("ticket", ticket)
                .param("strength", strength)
                .param("deviation", deviation)
                .param("now", utc(now))
                .update();
        if (waiting == 0) {
            return false;
        }
        jdbc.sql("""
                        UPDATE queue_seat SET joined = true, seen_at = :now, last_opponents = :lastOpponents
                        WHERE ticket_id = :ticket AND user_id = :player
                        """)
                .param("ticket", ticket)
                .param("player", seat.userId())
                .param("lastOpponents", seat.lastOpponents().toArray(UUID[]::new))
                .param("now", utc(now))
                .update();
        return true;
    }

    /** Closes those of the tickets that are open, and returns the players whose tickets they were. */
    List<UUID> close(Collection<UUID> tickets, QueueStatus status, @Nullable UUID match, Instant now) {
        return jdbc.sql(CLOSE)
                .param("tickets", tickets.toArray(UUID[]::new))
                .param("status", status.name())
                .param("match", match == null ? null : match.toString())
                .param("now", utc(now))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The open tickets that these players have joined. */
    List<QueueTicket> openOf(Collection<UUID> players) {
        return find("""
                WHERE ticket.id IN (SELECT ticket_id FROM queue_seat WHERE user_id = ANY (:players) AND open AND joined)
                """, Map.of("players", players.toArray(UUID[]::new)));
    }

    /** The newest ticket that a player has joined, open or not. */
    Optional<QueueTicket> newestOf(UUID player) {
        return find("""
                WHERE ticket.id = (
                    SELECT ticket_id FROM queue_seat WHERE user_id = :player AND joined ORDER BY ticket_id DESC LIMIT 1)
                """, Map.of("player", player)).stream().findAny();
    }

    /** Open tickets of players who want this one as their partner, newest first, up to a number. */
    List<QueueTicket> invitationsOf(UUID player, int limit) {
        return find("""
                WHERE ticket.id IN (
                    SELECT ticket_id FROM queue_seat WHERE user_id = :player AND open AND NOT joined
                    ORDER BY ticket_id DESC LIMIT :limit)
                """, Map.of("player", player, "limit", limit)).reversed();
    }

    /** The tickets that wait for opponents. */
    List<QueueTicket> waiting(MatchMode mode) {
        return find(
                "WHERE ticket.mode = :mode AND ticket.ended_at IS NULL AND ticket.status = 'WAITING'",
                Map.of("mode", mode.name()));
    }

    int countOpen(MatchMode mode) {
        return jdbc.sql("SELECT count(*) FROM queue_ticket WHERE mode = :mode AND ended_at IS NULL")
                .param("mode", mode.name())
                .query(Integer.class)
                .single();
    }

    /** Records that these players are there. */
    void see(Collection<UUID> players, Instant now) {
        jdbc.sql("UPDATE queue_seat SET seen_at = :now WHERE user_id = ANY (:players) AND open AND joined")
                .param("players", players.toArray(UUID[]::new))
                .param("now", utc(now))
                .update();
    }

    /** Closes up to 100 tickets of players who have not been seen since, and returns the players. Tickets in use are skipped. */
    List<UUID> expire(Instant since, Instant now) {
        List<UUID> absent = jdbc.sql("""
                        SELECT id FROM queue_ticket
                        WHERE ended_at IS NULL AND id IN (
                            SELECT ticket_id FROM queue_seat WHERE open AND joined AND seen_at < :since)
                        ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED
                        """)
                .param("since", utc(since))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        return absent.isEmpty() ? List.of() : close(absent, QueueStatus.EXPIRED, null, now);
    }

    /** Forgets tickets that were closed before, up to a number. */
    int forget(Instant before, int limit) {
        return jdbc.sql("""
                        DELETE FROM queue_ticket WHERE id IN (
                            SELECT id FROM queue_ticket WHERE ended_at < :before ORDER BY ended_at LIMIT :limit
                            FOR UPDATE SKIP LOCKED)
                        """).param("before", utc(before)).param("limit", limit).update();
    }

    /** Deletes all tickets of a player, also those with a partner. */
    void deleteAllOf(UUID player) {
        jdbc.sql("DELETE FROM queue_ticket WHERE id IN (SELECT ticket_id FROM queue_seat WHERE user_id = :player)")
                .param("player", player)
                .update();
    }

    /** The opponents of both of a player's last two matches. */
    Set<UUID> lastOpponents(UUID player) {
        return Set.copyOf(jdbc.sql("""
                        SELECT opponent.user_id
                        FROM (SELECT match_id, team FROM match_player WHERE user_id = :player ORDER BY match_id DESC LIMIT 2) last
                            JOIN match_player opponent ON opponent.match_id = last.match_id AND opponent.team <> last.team
                        GROUP BY opponent.user_id HAVING count(*) = 2
                        """)
                .param("player", player)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /** Half of the players of about this strength waited at most so many seconds lately; empty if there were none. */
    Optional<Integer> medianWait(MatchMode mode, double strength) {
        return jdbc.sql("""
                        SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ended_at - joined_at))
                        FROM (SELECT ended_at, joined_at FROM queue_ticket
                            WHERE status = 'MATCHED' AND mode = :mode AND floor(strength / 200) = floor(:strength / 200)
                            ORDER BY ended_at DESC LIMIT 50) lately
                        """)
                .param("mode", mode.name())
                .param("strength", strength)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Double.class)))
                .single()
                .map(seconds -> (int) Math.ceil(seconds));
    }

    /**
     * Whether this instance makes the next matches. The database's clock decides, so that instances whose clocks differ
     * take turns all the same.
     */
    boolean takeTurn(Duration interval) {
        return jdbc.sql(
                                "UPDATE queue_turn SET next_at = now() + :interval * interval '1 millisecond' WHERE next_at <= now()")
                        .param("interval", interval.toMillis())
                        .update()
                == 1;
    }

    private List<QueueTicket> find(String condition, Map<String, ?> parameters) {
        return jdbc.sql(SELECT + condition + ORDER).params(parameters).query(QueueStore::tickets);
    }

    private static List<QueueTicket> tickets(ResultSet rows) throws SQLException {
        List<QueueTicket> tickets = new ArrayList<>();
        @Nullable QueueTicket last = null;
        while (rows.next()) {
            UUID id = rows.getObject("id", UUID.class);
            QueuePlayer seat = seat(rows);
            if (last != null && last.id().equals(id)) {
                last = last.with(seat);
                tickets.set(tickets.size() - 1, last);
            } else {
                last = ticket(rows, seat);
                tickets.add(last);
            }
        }
        return tickets;
    }

    private static QueueTicket ticket(ResultSet row, QueuePlayer first) throws SQLException {
        OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new QueueTicket(
                row.getObject("id", UUID.class),
                MatchMode.valueOf(row.getString("mode")),
                QueueStatus.valueOf(row.getString("status")),
                row.getDouble("strength"),
                row.getDouble("deviation"),
                row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                row.getObject("match_id", UUID.class),
                List.of(first));
    }

    private static QueuePlayer seat(ResultSet row) throws SQLException {
        UUID[] opponents = (UUID[]) row.getArray("last_opponents").getArray();
        return new QueuePlayer(
                row.getObject("user_id", UUID.class), row.getBoolean("joined"), Set.copyOf(Arrays.asList(opponents)));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
