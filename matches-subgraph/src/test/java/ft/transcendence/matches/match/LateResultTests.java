package ft.transcendence.matches.match;

import static ft.transcendence.matches.testing.MatchFixture.rejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.matches.rating.RatingService;
import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.matches.testing.ObservedClock;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.testing.TestTopic;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Results of matches that were aborted because their game server was silent. */
@MatchesTest
class LateResultTests {

    private static final String KEY = "late";

    @LocalServerPort
    private int port;

    @Autowired
    private MatchTimeouts timeouts;

    @Autowired
    private TimeoutProperties limits;

    @Autowired
    private MatchLifecycle lifecycle;

    @Autowired
    private RatingService ratings;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ObservedClock observed;

    private MatchFixture fixture;

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @BeforeEach
    void enter() {
        fixture = new MatchFixture(port);
    }

    @Test
    void countLikeOthers() {
        UUID match = silent(alice, bob);
        observed.pass(limits.lateResults().minusSeconds(10));

        JsonNode finished = fixture.finish(KEY + match, match, "ONE", 11, 7).get("match");

        assertThat(finished.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(finished.get("finishReason").asString()).isEqualTo("SCORE");
        assertThat(finished.at("/players/0/outcome").asString()).isEqualTo("WIN");
        assertThat(fixture.user(alice, "stats { played wins streak } rating { ratedMatches }")
                        .toString())
                .contains("{\"played\":1,\"wins\":1,\"streak\":1}", "{\"ratedMatches\":1}");
        assertThat(ratings.audit()).isEmpty();
        assertThat(TestTopic.named("match-completions").ofKey(match.toString(), 1))
                .hasSize(1);
    }

    @Test
    void canBeRepeated() {
        UUID match = silent(alice, bob);

        JsonNode first = fixture.finish(KEY + match, match, "ONE", 11, 7);
        JsonNode second = fixture.finish(KEY + match, match, "ONE", 11, 7);

        assertThat(second).isEqualTo(first);
        assertThat(fixture.user(alice, "stats { played }").at("/stats/played").asInt())
                .isEqualTo(1);
        assertThat(rejection(fixture.finish("another" + match, match, "TWO", 7, 11)))
                .isEqualTo("ILLEGAL_TRANSITION");
    }

    @Test
    void canBeVoided() {
        UUID match = silent(alice, bob);
        fixture.finish(KEY + match, match, "ONE", 11, 7);

        assertThat(rejection(fixture.voidResult(match, "played by a bot"))).isEmpty();

        assertThat(fixture.user(alice, "stats { played }").at("/stats/played").asInt())
                .isZero();
        assertThat(ratings.audit()).isEmpty();
    }

    @Test
    void areRefusedAfterAWhile() {
        UUID match = silent(alice, bob);
        observed.pass(limits.lateResults().plusSeconds(1));

        assertThat(rejection(fixture.finish(KEY + match, match, "ONE", 11, 7))).isEqualTo("RESULT_TOO_LATE");
        assertThat(status(match)).isEqualTo("ABORTED");
    }

    @Test
    void areAcceptedAfterAnOutageOfOurs() {
        UUID match = silent(alice, bob);
        clock.pass(Duration.ofHours(3));

        assertThat(rejection(fixture.finish(KEY + match, match, "ONE", 11, 7))).isEmpty();
    }

    @Test
    void areRefusedIfAPlayerIsInAnotherMatch() {
        UUID match = silent(alice, bob);
        fixture.create(List.of(UUID.randomUUID()), List.of(bob));

        assertThat(rejection(fixture.finish(KEY + match, match, "ONE", 11, 7))).isEqualTo("RESULT_SUPERSEDED");
    }

    @Test
    void areRefusedIfAPlayerHasPlayedAnotherMatch() {
        UUID match = silent(alice, bob);
        UUID later = fixture.won(UUID.randomUUID(), alice);
        fixture.voidResult(later, "does not matter");

        assertThat(rejection(fixture.finish(KEY + match, match, "ONE", 11, 7))).isEqualTo("RESULT_SUPERSEDED");
        assertThat(fixture.user(bob, "stats { played }").at("/stats/played").asInt())
                .isZero();
    }

    @Test
    void areAcceptedIfALaterMatchCameToNothing() {
        UUID match = silent(alice, bob);
        UUID later = silent(alice, bob);

        assertThat(rejection(fixture.finish(KEY + match, match, "ONE", 11, 7))).isEmpty();
        assertThat(rejection(fixture.finish(KEY + later, later, "TWO", 7, 11))).isEmpty();
        assertThat(fixture.user(alice, "stats { played streak }").get("stats").toString())
                .isEqualTo("{\"played\":2,\"streak\":-1}");
        assertThat(ratings.audit()).isEmpty();
    }

    @Test
    void areRefusedInTheWrongOrder() {
        UUID match = silent(alice, bob);
        UUID later = silent(alice, bob);

        assertThat(rejection(fixture.finish(KEY + later, later, "TWO", 7, 11))).isEmpty();
        assertThat(rejection(fixture.finish(KEY + match, match, "ONE", 11, 7))).isEqualTo("RESULT_SUPERSEDED");
    }

    @Test
    void areRefusedIfTheServerItselfAbortedTheMatch() {
        UUID match = fixture.live(alice, bob);
        fixture.abort(match, "SERVER_FAULT");

        assertThat(rejection(fixture.finish(KEY + match, match, "ONE", 11, 7))).isEqualTo("ILLEGAL_TRANSITION");
    }

    @Test
    void areRefusedIfTheMatchRanForever() {
        UUID match = fixture.live(alice, bob);
        observed.pass(limits.playing().plusSeconds(1));
        timeouts.abortTimedOut();

        assertThat(rejection(fixture.finish(KEY + match, match, "ONE", 11, 7))).isEqualTo("ILLEGAL_TRANSITION");
    }

    @Test
    void followTheRulesForScores() {
        UUID match = silent(alice, bob);

        assertThat(rejection(fixture.finish(KEY + match, match, "ONE", 10, 7))).isEqualTo("WINNING_SCORE_NOT_REACHED");
        assertThat(status(match)).isEqualTo("ABORTED");
    }

    @Test
    void keepPlayersOutOfOtherMatchesMeanwhile() throws Exception {
        UUID match = silent(alice, bob);
        FinishMatchInput result =
                new FinishMatchInput(KEY, match, Team.ONE, new Score(11, 4), FinishReason.SCORE, null);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<JsonNode> created = transactions.execute(_ -> {
                lifecycle.finish(result, gameServer());
                Future<JsonNode> request =
                        threads.submit(() -> fixture.create(List.of(alice), List.of(UUID.randomUUID())));
                await().until(this::isSomebodyWaitingForALock);
                return request;
            });

            assertThat(rejection(created.get())).isEmpty();
        }
        assertThat(status(match)).isEqualTo("COMPLETED");
    }

    private static Caller gameServer() {
        Jwt token = Jwt.withTokenValue("token")
                .header("alg", "none")
                .subject("a service account")
                .build();
        return new Caller(UUID.randomUUID(), Set.of(Caller.GAME_SERVER), "game-server", null, token);
    }

    private boolean isSomebodyWaitingForALock() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                .query(Boolean.class)
                .single();
    }

    /** A match that was aborted because its server was silent. */
    private UUID silent(UUID one, UUID two) {
        UUID match = fixture.live(one, two);
        fixture.report(match, 3, 2);
        observed.pass(limits.silence().plusSeconds(1));
        timeouts.abortTimedOut();
        assertThat(status(match)).isEqualTo("ABORTED");
        return match;
    }

    private String status(UUID match) {
        return fixture.visitor()
                .data("{ match(id: \"%s\") { status } }".formatted(match))
                .at("/match/status")
                .asString();
    }
}
