package ft.transcendence.matches.match;

import static ft.transcendence.matches.testing.MatchFixture.rejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.matches.rating.RatingService;
import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.testing.TestTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Concurrent changes to matches. */
@MatchesTest
class MatchConcurrencyTests {

    private static final int CONCURRENT_CALLS = 16;

    @LocalServerPort
    private int port;

    @Autowired
    private RatingService ratings;

    @Autowired
    private MatchLifecycle lifecycle;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    private MatchFixture fixture;

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @BeforeEach
    void enter() {
        fixture = new MatchFixture(port);
    }

    @Test
    void createsOneMatchForManyRetries() throws Exception {
        List<JsonNode> responses = atOnce(number -> fixture.create("many " + alice, List.of(alice), List.of(bob)));

        assertThat(responses)
                .allSatisfy(response -> assertThat(response.get("errors")).isEmpty());
        assertThat(responses.stream().distinct()).hasSize(1);
    }

    @Test
    void countsOneResultForManyRetries() throws Exception {
        UUID match = fixture.live(alice, bob);

        List<JsonNode> responses = atOnce(number -> fixture.finish("one result", match, "ONE", 11, 4));

        assertThat(responses)
                .allSatisfy(response -> assertThat(response.get("errors")).isEmpty());
        assertThat(responses.stream().distinct()).hasSize(1);
        assertThat(fixture.user(alice, "stats { played wins } rating { ratedMatches }")
                        .toString())
                .contains("{\"played\":1,\"wins\":1}", "{\"ratedMatches\":1}");
        assertThat(TestTopic.named("match-completions").ofKey(match.toString(), 1))
                .hasSize(1);
    }

    @Test
    void acceptsOneOfTwoDifferentResults() throws Exception {
        UUID match = fixture.live(alice, bob);

        List<JsonNode> responses = atOnce(number -> number % 2 == 0
                ? fixture.finish("alice won", match, "ONE", 11, 4)
                : fixture.finish("bob won", match, "TWO", 4, 11));

        assertThat(responses.stream()
                        .filter(response -> rejection(response).isEmpty())
                        .distinct())
                .hasSize(1);
        assertThat(responses.stream().filter(response -> rejection(response).equals("ILLEGAL_TRANSITION")))
                .hasSize(CONCURRENT_CALLS / 2);
        assertThat(fixture.user(alice, "stats { played }")
                        .get("stats")
                        .get("played")
                        .asInt())
                .isEqualTo(1);
        assertThat(fixture.user(bob, "stats { played }")
                        .get("stats")
                        .get("played")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void voidsAMatchThatEndsWhileTheModeratorWaitsForIt() throws Exception {
        UUID match = fixture.live(alice, bob);
        FinishMatchInput result =
                new FinishMatchInput("ends first", match, Team.ONE, new Score(11, 4), FinishReason.SCORE, null);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<JsonNode> voided = transactions.execute(_ -> {
                lifecycle.finish(result, gameServer());
                Future<JsonNode> request =
                        threads.submit(() -> fixture.voidResult(UUID.randomUUID(), match, "Played by a bot"));
                await().until(this::isSomebodyWaitingForALock);
                return request;
            });

            assertThat(rejection(voided.get())).isEmpty();
        }
        assertThat(TestTopic.named("match-completions").ofKey(match.toString(), 2))
                .hasSize(2);
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

    @Test
    void neverPutsAPlayerInTwoMatches() throws Exception {
        List<JsonNode> responses = atOnce(number -> number % 2 == 0
                ? fixture.create(List.of(alice), MatchFixture.players(1))
                : fixture.create(List.of(bob, UUID.randomUUID()), List.of(UUID.randomUUID(), alice)));

        assertThat(responses.stream().filter(response -> rejection(response).isEmpty()))
                .hasSize(1);
        assertThat(responses.stream().filter(response -> rejection(response).equals("PLAYER_BUSY")))
                .hasSize(CONCURRENT_CALLS - 1);
    }

    @Test
    void keepsRatingsOfConcurrentMatchesReplayable() throws Exception {
        List<UUID> players = MatchFixture.players(2 * CONCURRENT_CALLS);
        for (int round = 0; round < 3; round++) {
            int shift = 2 * round + 1;
            atOnce(number -> {
                UUID one = players.get(2 * number);
                UUID two = players.get((2 * number + shift) % players.size());
                fixture.won(one, two);
                return fixture.user(one, "stats { played }");
            });
        }

        assertThat(fixture.users(players, "stats { played }"))
                .allSatisfy(player ->
                        assertThat(player.get("stats").get("played").asInt()).isEqualTo(3));
        assertThat(ratings.audit()).isEmpty();
    }

    private static List<JsonNode> atOnce(IntFunction<JsonNode> request) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> futures = new ArrayList<>();
            for (int number = 0; number < CONCURRENT_CALLS; number++) {
                int mine = number;
                futures.add(threads.submit(() -> request.apply(mine)));
            }
            List<JsonNode> responses = new ArrayList<>();
            for (Future<JsonNode> future : futures) {
                responses.add(future.get());
            }
            return responses;
        }
    }
}
