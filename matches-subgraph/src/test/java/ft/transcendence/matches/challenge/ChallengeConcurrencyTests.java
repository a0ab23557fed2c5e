package ft.transcendence.matches.challenge;

import static ft.transcendence.matches.challenge.ChallengeFixture.id;
import static ft.transcendence.matches.challenge.ChallengeFixture.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.ProfileSeeder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Concurrent challenges and answers. */
@MatchesTest
class ChallengeConcurrencyTests {

    private static final int ROUNDS = 10;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ChallengeFixture challenges;

    @BeforeEach
    void enter() {
        challenges = new ChallengeFixture(new MatchFixture(port));
    }

    @Test
    void challengesInBothDirectionsAtOnceBecomeOneMatch() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID ada = player();
            UUID bob = player();
            List<JsonNode> responses = atOnce(
                    () -> challenges.send(ada, bob), () -> challenges.send(bob, ada), () -> challenges.send(ada, bob));

            assertThat(responses)
                    .allSatisfy(response -> assertThat(outcome(response)).isIn("PENDING", "ACCEPTED"));
            assertThat(responses.stream().map(ChallengeFixture::id).distinct()).hasSize(1);
            assertThat(openMatchesOf(ada)).isEqualTo(1);
            assertThat(openMatchesOf(bob)).isEqualTo(1);
        }
    }

    @Test
    void aPlayerWhoAcceptsTwoChallengesAtOnceIsInOneMatch() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID bob = player();
            UUID first = challenges.sent(player(), bob);
            UUID second = challenges.sent(player(), bob);
            List<JsonNode> responses = atOnce(
                    () -> challenges.answer(bob, "acceptChallenge", first),
                    () -> challenges.answer(bob, "acceptChallenge", second));

            assertThat(responses.stream().map(ChallengeFixture::outcome))
                    .containsExactlyInAnyOrder("ACCEPTED", "PLAYER_BUSY");
            assertThat(openMatchesOf(bob)).isEqualTo(1);
        }
    }

    @Test
    void anAnswerAndACancellationAtOnceHaveOneOutcome() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID ada = player();
            UUID bob = player();
            UUID challenge = challenges.sent(ada, bob);
            List<JsonNode> responses = atOnce(
                    () -> challenges.answer(bob, "acceptChallenge", challenge),
                    () -> challenges.answer(ada, "cancelChallenge", challenge));

            assertThat(responses.stream().map(ChallengeFixture::outcome).toList())
                    .isIn(List.of("ACCEPTED", "CHALLENGE_CLOSED"), List.of("CHALLENGE_CLOSED", "CANCELLED"));
        }
    }

    @Test
    void repetitionsAtOnceSendOneChallenge() throws Exception {
        UUID ada = player();
        UUID bob = player();
        Callable<JsonNode> send = () -> challenges.send(ada, bob);

        assertThat(atOnce(send, send, send, send).stream()
                        .map(response -> id(response))
                        .distinct())
                .hasSize(1);
        assertThat(challenges.open(bob)).hasSize(1);
    }

    @SafeVarargs
    private static List<JsonNode> atOnce(Callable<JsonNode>... requests) throws Exception {
        List<JsonNode> responses = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(requests.length)) {
            for (Future<JsonNode> response :
                    callers.invokeAll(Stream.of(requests).toList())) {
                responses.add(response.get());
            }
        }
        return responses;
    }

    private static UUID player() {
        UUID player = UUID.randomUUID();
        ProfileSeeder.of(List.of(player));
        return player;
    }

    private int openMatchesOf(UUID player) {
        return jdbc.sql("SELECT count(*) FROM match_player WHERE user_id = ? AND open")
                .param(player)
                .query(Integer.class)
                .single();
    }
}
