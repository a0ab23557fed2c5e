package ft.transcendence.matches.rating;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.rating.RatingReplay.Event.Rated;
import ft.transcendence.matches.rating.RatingReplay.Event.Refunded;
import ft.transcendence.matches.season.SeasonCalendar;
import ft.transcendence.platform.servers.testing.TestPostgres.TestDatabase;
import ft.transcendence.platform.servers.testing.TestServers;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Ratings from before the migration, which all modes shared. */
class ReplayRatingsTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final TestDatabase database = TestServers.postgres().createDatabase("shared_ratings");
    private final JdbcClient jdbc = JdbcClient.create(
            new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password()));

    private final List<UUID> players =
            Stream.generate(UUID::randomUUID).limit(4).toList();
    private final List<RatingReplay.Event> history = new ArrayList<>();

    @Test
    void ratesAllMatchesAgainInTheirModes() {
        migrate("12");
        players.forEach(this::store);
        RatedMatch single = play(Ladder.ONE_VS_ONE, players.subList(0, 1), players.subList(1, 2));
        play(Ladder.TWO_VS_TWO, players.subList(0, 2), players.subList(2, 4));
        play(Ladder.ONE_VS_ONE, players.subList(1, 2), players.subList(0, 1));
        takeBack(single);
        play(Ladder.TWO_VS_TWO, players.subList(2, 4), players.subList(0, 2));
        UUID erased = players.get(3);
        jdbc.sql("UPDATE player_rating SET hidden = true WHERE user_id = ?")
                .param(erased)
                .update();

        migrate("14.1");

        RatingLedger ledger = new RatingLedger(jdbc);
        RatingReplay expected = RatingReplay.of(history, new RatingRules(SeasonCalendar.NONE));
        assertThat(ledger.all()).hasSize(2 * players.size()).allSatisfy(rating -> assertThat(rating)
                .isEqualTo(expected.of(rating.userId(), rating.ladder())));
        List<RatingReplay.Event> replayed = new ArrayList<>();
        ledger.read(replayed::add);
        assertThat(replayed).isEqualTo(history);
        assertThat(jdbc.sql("SELECT user_id FROM player_rating WHERE hidden")
                        .query(UUID.class)
                        .list())
                .containsExactly(erased, erased);
        assertThat(jdbc.sql("""
                        SELECT count(*) FROM player_rating JOIN rating_change USING (user_id, mode)
                        WHERE (after_matches, after_rated_at, after_certain_until) = (matches, rated_at, certain_until)
                        """).query(Integer.class).single()).isEqualTo(2 + 4);
        assertThat(jdbc.sql("SELECT to_regclass('shared_rating_change') IS NULL")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private void store(UUID player) {
        jdbc.sql(
                        "INSERT INTO player_rating (user_id, value, deviation, volatility, matches) VALUES (?, 1600, 99, 0.06, 9)")
                .param(player)
                .update();
    }

    private RatedMatch play(Ladder ladder, List<UUID> winners, List<UUID> losers) {
        RatedMatch match = new RatedMatch(
                UUID.randomUUID(), ladder, START.plus(Duration.ofHours(history.size())), winners, losers);
        jdbc.sql("""
                        INSERT INTO match (id, mode, status, finish_reason, score_one, winner, created_by, created_at, ended_at,
                            last_signal_at, version)
                        VALUES (:id, :mode, 'COMPLETED', 'FORFEIT', 1, 'ONE', 'test', now(), now(), now(), 1)
                        """).param("id", match.matchId()).param("mode", ladder.name()).update();
        history.add(new Rated(match));
        winners.forEach(winner -> record(match, winner, "RESULT", true));
        losers.forEach(loser -> record(match, loser, "RESULT", false));
        return match;
    }

    private void takeBack(RatedMatch match) {
        history.add(new Refunded(match.matchId()));
        Stream.of(match.winners(), match.losers())
                .flatMap(List::stream)
                .forEach(player -> record(match, player, "REFUND", null));
    }

    /** The ratings do not matter. */
    private void record(RatedMatch match, UUID player, String kind, @Nullable Boolean won) {
        jdbc.sql("""
                        INSERT INTO rating_change (match_id, user_id, kind, sequence, won, occurred_at, before_value,
                            before_deviation, before_volatility, before_matches, after_value, after_deviation,
                            after_volatility, after_matches)
                        VALUES (:match, :player, :kind, :sequence, :won, :at, 1, 1, 1, 1, 1, 1, 1, 1)
                        """)
                .param("match", match.matchId())
                .param("player", player)
                .param("kind", kind)
                .param("sequence", history.size())
                .param("won", won, Types.BOOLEAN)
                .param("at", match.endedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .locations("classpath:db/subgraph", "classpath:db/migration")
                .javaMigrations(new V14_1__ReplayRatings())
                .target(target)
                .load()
                .migrate();
    }
}
