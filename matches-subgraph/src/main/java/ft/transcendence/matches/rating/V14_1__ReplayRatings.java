package ft.transcendence.matches.rating;

import ft.transcendence.matches.season.SeasonCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Rates all matches again, each on the ladder of its mode: the ratings until now, shared by all modes, do not say how
 * strong a player is in one of them. Results, their times and their order stay as they are in the ledger.
 */
@Component
class V14_1__ReplayRatings extends BaseJavaMigration {

    private static final int CHANGES_PER_STATEMENT = 1_000;

    /** All these matches were played before the first season ended. */
    private static final RatingRules RULES = new RatingRules(SeasonCalendar.NONE);

    @Override
    public void migrate(Context context) {
        JdbcClient jdbc =
                JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), /* suppressClose= */ true));
        RatingReplay replay = new RatingReplay(
                RULES,
                Set.copyOf(jdbc.sql("SELECT DISTINCT match_id FROM shared_rating_change WHERE kind = 'REFUND'")
                        .query(UUID.class)
                        .list()));
        ChangeWriter changes = new ChangeWriter(jdbc);
        LedgerReader.read(
                jdbc,
                "shared_rating_change JOIN match ON match.id = match_id",
                event -> changes.write(event, replay.apply(event)));
        changes.flush();
        writeRatings(jdbc);
        jdbc.sql("DROP TABLE shared_rating_change, shared_player_rating").update();
        jdbc.sql("ANALYZE rating_change, player_rating").update();
    }

    private static void writeRatings(JdbcClient jdbc) {
        jdbc.sql("""
                        INSERT INTO player_rating (user_id, mode, value, deviation, volatility, matches, hidden)
                        SELECT user_id, mode, :value, :deviation, :volatility, 0, hidden
                        FROM shared_player_rating CROSS JOIN unnest(:modes) AS ladder (mode)
                        """)
                .param("modes", Ladder.names())
                .param("value", Rating.INITIAL.value())
                .param("deviation", Rating.INITIAL.deviation())
                .param("volatility", Rating.INITIAL.volatility())
                .update();
        jdbc.sql("""
                        UPDATE player_rating SET value = after_value, deviation = after_deviation,
                            volatility = after_volatility, matches = after_matches, rated_at = after_rated_at,
                            certain_until = after_certain_until
                        FROM (SELECT DISTINCT ON (user_id, mode) * FROM rating_change
                            ORDER BY user_id, mode, sequence DESC) last
                        WHERE last.user_id = player_rating.user_id AND last.mode = player_rating.mode
                        """).update();
    }

    /** Writes changes to the new ledger, many at a time. All of a batch are of the same kind. */
    private static final class ChangeWriter {

        private final JdbcClient jdbc;
        private final List<RatingChange> batch = new ArrayList<>();
        private LedgerReader.Kind kind = LedgerReader.Kind.RESULT;

        ChangeWriter(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        void write(RatingReplay.Event event, List<RatingChange> changes) {
            LedgerReader.Kind next =
                    switch (event) {
                        case RatingReplay.Event.Rated rated -> LedgerReader.Kind.RESULT;
                        case RatingReplay.Event.Refunded refunded -> LedgerReader.Kind.REFUND;
                    };
            if (next != kind || batch.size() >= CHANGES_PER_STATEMENT) {
                flush();
            }
            kind = next;
            batch.addAll(changes);
        }

        void flush() {
            if (batch.isEmpty()) {
                return;
            }
            jdbc.sql("""
                            INSERT INTO rating_change (kind, sequence, occurred_at, won, %1$s)
                            SELECT shared.kind, shared.sequence, shared.occurred_at, shared.won, change.*
                            FROM %2$s
                            JOIN shared_rating_change shared ON shared.match_id = change.match_id
                                AND shared.user_id = change.user_id AND shared.kind = :kind
                            """.formatted(ChangeRows.COLUMNS, ChangeRows.TABLE))
                    .param("kind", kind.name())
                    .params(ChangeRows.parameters(batch, RULES))
                    .update();
            batch.clear();
        }
    }
}
