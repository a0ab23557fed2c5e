package ft.transcendence.matches.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.subgraph.testing.LiveListeners;
import ft.transcendence.subgraph.testing.TestTopic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Scores of running matches: shown at once, on every instance, and stored later. */
@MatchesTest
class ScoreReportsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private MatchReader matches;

    @Autowired
    private MatchLifecycle lifecycle;

    @Autowired
    private ScoreStorage storage;

    @Autowired
    private LiveScores scores;

    @Autowired
    private LiveListeners live;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    private MatchFixture fixture;
    private UUID match;

    @BeforeEach
    void play() {
        fixture = new MatchFixture(port);
        match = fixture.live(alice, bob);
    }

    @Test
    void showsAScoreAtOnceAndStoresOnlyTheLast() {
        for (int points = 1; points <= 5; points++) {
            JsonNode payload = fixture.report(match, points, 0);
            assertThat(payload.at("/match/score/teamOne").asInt()).isEqualTo(points);
        }
        assertThat(shown()).isEqualTo(new Score(5, 0));

        storage.storeWaiting();

        assertThat(stored()).isEqualTo(new Score(5, 0));
        assertThat(shown()).isEqualTo(new Score(5, 0));
    }

    @Test
    void refusesALowerScoreThanOneThatIsNotStoredYet() {
        fixture.report(match, 3, 2);

        assertThat(code(fixture.report(match, 2, 2))).isEqualTo("INVALID_SCORE");
        assertThat(code(fixture.finish("lower " + match, match, "ONE", 11, 1))).isEqualTo("INVALID_SCORE");
        assertThat(shown()).isEqualTo(new Score(3, 2));
    }

    @Test
    void learnsScoresFromOtherInstancesInAnyOrder() {
        scores.receive(match, new Score(4, 3));
        scores.receive(match, new Score(4, 1));

        assertThat(shown()).isEqualTo(new Score(4, 3));
        assertThat(code(fixture.report(match, 3, 3))).isEqualTo("INVALID_SCORE");
    }

    @Test
    void tellsOtherInstances() {
        fixture.report(match, 2, 1);

        assertThat(TestTopic.named("match-scores").ofKey(match.toString(), 1))
                .singleElement()
                .extracting(update -> new String(update.value(), StandardCharsets.UTF_8))
                .isEqualTo("{\"matchId\":\"%s\",\"score\":{\"teamOne\":2,\"teamTwo\":1}}".formatted(match));
    }

    @Test
    void receivesWhatOtherInstancesTell() {
        live.awaitReady();
        TestTopic.named("match-scores")
                .send(
                        match.toString(),
                        UUID.randomUUID().toString(),
                        "ft.transcendence.match.score-updated.v1",
                        "{\"matchId\":\"%s\",\"score\":{\"teamOne\":6,\"teamTwo\":1}}".formatted(match));

        await().atMost(Duration.ofSeconds(20)).until(() -> shown().equals(new Score(6, 1)));
    }

    @Test
    void countsAReportAsASignOfLifeOnceItIsStored() {
        clock.pass(Duration.ofSeconds(40));
        Instant reported = clock.instant();
        fixture.report(match, 1, 0);
        storage.storeWaiting();

        assertThat(lastSignal()).isCloseTo(reported, within(5, ChronoUnit.SECONDS));
    }

    @Test
    void aForfeitIsLostWithTheLatestScore() {
        fixture.report(match, 7, 8);

        lifecycle.forfeit(match, alice);

        assertThat(stored()).isEqualTo(new Score(7, 8));
    }

    @Test
    void aResultStandsWhateverWasReportedMeanwhile() {
        fixture.report(match, 3, 8);
        fixture.finish("result " + match, match, "TWO", 3, 11);

        storage.storeWaiting();

        assertThat(stored()).isEqualTo(new Score(3, 11));
        assertThat(shown()).isEqualTo(new Score(3, 11));
    }

    @Test
    void aReportOfAFrozenMatchIsStoredAtOnceAndContinuesIt() {
        jdbc.sql("UPDATE match SET frozen_at = now() WHERE id = :id")
                .param("id", match)
                .update();

        fixture.report(match, 1, 1);

        assertThat(stored()).isEqualTo(new Score(1, 1));
        assertThat(read().frozenAt()).isEmpty();
    }

    @Test
    void keepsWhatCannotBeStored() {
        AtomicBoolean reachable = new AtomicBoolean();
        ScoreStorage unreliable = new ScoreStorage(jdbc, new Outage(reachable), event -> {});
        unreliable.add(match, new Score(2, 0), clock.instant());
        assertThatThrownBy(unreliable::storeWaiting).isInstanceOf(CannotCreateTransactionException.class);
        unreliable.add(match, new Score(1, 3), clock.instant());

        reachable.set(true);
        unreliable.storeWaiting();

        assertThat(stored()).isEqualTo(new Score(2, 3));
    }

    /** A database that cannot be reached at first. */
    private record Outage(AtomicBoolean over) implements TransactionOperations {

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            if (!over.get()) {
                throw new CannotCreateTransactionException("outage");
            }
            return TransactionOperations.withoutTransaction().execute(action);
        }
    }

    private Match read() {
        return matches.find(match).orElseThrow();
    }

    private Score shown() {
        return read().score();
    }

    private Score stored() {
        return jdbc.sql("SELECT score_one, score_two FROM match WHERE id = :id")
                .param("id", match)
                .query((row, number) -> new Score(row.getInt(1), row.getInt(2)))
                .single();
    }

    private Instant lastSignal() {
        return jdbc.sql("SELECT last_signal_at FROM match WHERE id = :id")
                .param("id", match)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static String code(JsonNode payload) {
        return payload.at("/errors/0/code").asString();
    }
}
