package ft.transcendence.matches.rating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the events in the history of ratings, in order, with few rows in memory. Needs a transaction. */
final class LedgerReader implements RowCallbackHandler {

    private static final int ROWS_IN_MEMORY = 1_000;

    private final Consumer<RatingReplay.Event> events;
    private final List<Row> step = new ArrayList<>();

    private LedgerReader(Consumer<RatingReplay.Event> events) {
        this.events = events;
    }

    /** What a row of the ledger records. */
    enum Kind {
        RESULT,
        REFUND
    }

    private record Row(
            long sequence, Kind kind, UUID matchId, Ladder ladder, Instant occurredAt, UUID userId, boolean won) {}

    /** Passes on the events that this table has; rows with the same number are one event. */
    static void read(JdbcClient jdbc, String table, Consumer<RatingReplay.Event> events) {
        LedgerReader reader = new LedgerReader(events);
        jdbc.sql("""
                        SELECT sequence, kind, match_id, mode, occurred_at, user_id, coalesce(won, false) won
                        FROM %s ORDER BY sequence, user_id
                        """.formatted(table)).withFetchSize(ROWS_IN_MEMORY).query(reader);
        reader.complete();
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
        Row next = new Row(
                row.getLong("sequence"),
                Kind.valueOf(row.getString("kind")),
                row.getObject("match_id", UUID.class),
                Ladder.valueOf(row.getString("mode")),
                row.getTimestamp("occurred_at").toInstant(),
                row.getObject("user_id", UUID.class),
                row.getBoolean("won"));
        if (!step.isEmpty() && step.getFirst().sequence() != next.sequence()) {
            complete();
        }
        step.add(next);
    }

    private void complete() {
        if (step.isEmpty()) {
            return;
        }
        Row first = step.getFirst();
        events.accept(
                switch (first.kind()) {
                    case RESULT ->
                        new RatingReplay.Event.Rated(new RatedMatch(
                                first.matchId(), first.ladder(), first.occurredAt(), team(true), team(false)));
                    case REFUND -> new RatingReplay.Event.Refunded(first.matchId());
                });
        step.clear();
    }

    private List<UUID> team(boolean won) {
        return step.stream().filter(row -> row.won() == won).map(Row::userId).toList();
    }
}
