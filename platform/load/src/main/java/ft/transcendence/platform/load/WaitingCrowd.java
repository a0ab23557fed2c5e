package ft.transcendence.platform.load;

import java.sql.Connection;
import java.sql.SQLException;

/** Players who wait in the queue although nobody may play them: their ratings are too far apart. Written into the database. */
final class WaitingCrowd implements AutoCloseable {

    private static final String JOIN = """
            WITH chosen AS MATERIALIZED (
                SELECT user_id, uuidv7() ticket_id, row_number() OVER () number FROM player
                WHERE username IS NOT NULL
                    AND NOT EXISTS (SELECT FROM match_player part WHERE part.user_id = player.user_id AND open)
                    AND NOT EXISTS (SELECT FROM queue_seat WHERE queue_seat.user_id = player.user_id)
                LIMIT ?
            ), joined AS (
                INSERT INTO queue_ticket (id, mode, status, strength, deviation, joined_at)
                SELECT ticket_id, 'ONE_VS_ONE', 'WAITING', 1000000 + 1000 * number, 0, now() FROM chosen
            )
            INSERT INTO queue_seat (ticket_id, user_id, slot, joined, open, seen_at, last_opponents)
            SELECT ticket_id, user_id, 0, true, true, now() + interval '1 hour', '{}' FROM chosen
            """;

    private final Connection matchesDb;

    WaitingCrowd(Connection matchesDb, int number) throws SQLException {
        this.matchesDb = matchesDb;
        try (var statement = matchesDb.prepareStatement(JOIN)) {
            statement.setInt(1, number);
            int joined = statement.executeUpdate();
            if (joined < number) {
                close();
                throw new LoadException(
                        "Only %d players are free to wait. Run this first: ./transcend load fill".formatted(joined));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (var statement = matchesDb.createStatement()) {
            statement.execute("DELETE FROM queue_ticket WHERE strength >= 1000000");
        }
    }
}
