package ft.transcendence.matches.challenge;

import static ft.transcendence.matches.challenge.ChallengeFixture.id;
import static ft.transcendence.matches.challenge.ChallengeFixture.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.matches.testing.ProfileSeeder;
import ft.transcendence.subgraph.testing.StatementCounter;
import ft.transcendence.subgraph.testing.TestTopic;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Challenges from the first message to the match, and who cannot be challenged. */
@MatchesTest
class ChallengeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ChallengeSchedule schedule;

    @Autowired
    private MovableClock clock;

    @Autowired
    private StatementCounter statements;

    @Autowired
    private JdbcClient jdbc;

    private MatchFixture fixture;
    private ChallengeFixture challenges;

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @BeforeEach
    void enter() {
        fixture = new MatchFixture(port);
        challenges = new ChallengeFixture(fixture);
        ProfileSeeder.of(List.of(ada, bob));
    }

    @Test
    void acceptingCreatesTheMatchAtOnce() {
        UUID challenge = challenges.sent(ada, bob);
        JsonNode accepted = challenges.answer(bob, "acceptChallenge", challenge);

        assertThat(outcome(accepted)).isEqualTo("ACCEPTED");
        assertThat(accepted.at("/challenge/match/status").asString()).isEqualTo("CREATED");
        assertThat(accepted.at("/challenge/match/players").findValuesAsString("id"))
                .containsExactly(ada.toString(), bob.toString());
        assertThat(challenges.open(ada)).isEmpty();
        assertThat(challenges.open(bob)).isEmpty();
    }

    @Test
    void returnsTheSameForRepetitions() {
        JsonNode sent = challenges.send(ada, bob);
        assertThat(challenges.send(ada, bob)).isEqualTo(sent);
        JsonNode accepted = challenges.answer(bob, "acceptChallenge", id(sent));
        assertThat(challenges.answer(bob, "acceptChallenge", id(sent))).isEqualTo(accepted);
        assertThat(challenges.send(ada, bob))
                .as("sent again although it was accepted")
                .isEqualTo(accepted);
        assertThat(challenges.send(bob, ada)).isEqualTo(accepted);

        UUID carol = player();
        UUID declined = challenges.sent(carol, bob);
        assertThat(outcome(challenges.answer(bob, "declineChallenge", declined)))
                .isEqualTo("DECLINED");
        assertThat(outcome(challenges.answer(bob, "declineChallenge", declined)))
                .isEqualTo("DECLINED");
        UUID cancelled = challenges.sent(carol, bob);
        assertThat(cancelled).isNotEqualTo(declined);
        assertThat(outcome(challenges.answer(carol, "cancelChallenge", cancelled)))
                .isEqualTo("CANCELLED");
        assertThat(outcome(challenges.answer(carol, "cancelChallenge", cancelled)))
                .isEqualTo("CANCELLED");
    }

    @Test
    void challengesInBothDirectionsBecomeOneMatch() {
        UUID challenge = challenges.sent(ada, bob);
        JsonNode returned = challenges.send(bob, ada);

        assertThat(outcome(returned)).isEqualTo("ACCEPTED");
        assertThat(id(returned)).isEqualTo(challenge);
    }

    @Test
    void onlyTheRightPlayerAnswersOnce() {
        UUID challenge = challenges.sent(ada, bob);
        for (String answer : List.of("acceptChallenge", "declineChallenge")) {
            assertThat(outcome(challenges.answer(ada, answer, challenge))).isEqualTo("CHALLENGE_NOT_FOUND");
            assertThat(outcome(challenges.answer(player(), answer, challenge))).isEqualTo("CHALLENGE_NOT_FOUND");
        }
        assertThat(outcome(challenges.answer(bob, "cancelChallenge", challenge)))
                .isEqualTo("CHALLENGE_NOT_FOUND");

        challenges.answer(ada, "cancelChallenge", challenge);
        assertThat(outcome(challenges.answer(bob, "acceptChallenge", challenge)))
                .isEqualTo("CHALLENGE_CLOSED");
        assertThat(outcome(challenges.answer(bob, "declineChallenge", challenge)))
                .isEqualTo("CHALLENGE_CLOSED");
    }

    @Test
    void expiresAndMakesRoomForTheNext() {
        UUID challenge = challenges.sent(ada, bob);
        clock.pass(Duration.ofMinutes(5));

        assertThat(challenges.open(bob)).isEmpty();
        assertThat(outcome(challenges.answer(bob, "acceptChallenge", challenge)))
                .isEqualTo("CHALLENGE_CLOSED");
        UUID next = challenges.sent(bob, ada);
        assertThat(next).isNotEqualTo(challenge);
        assertThat(statusOf(challenge)).isEqualTo("EXPIRED");

        clock.pass(Duration.ofMinutes(5));
        schedule.expire();
        assertThat(statusOf(next)).isEqualTo("EXPIRED");
        clock.pass(Duration.ofDays(1).plusMinutes(1));
        schedule.deleteEnded();
        assertThat(rowsOf(ada)).isZero();
    }

    @Test
    void rejectsChallengesThatCannotBeAccepted() {
        assertThat(outcome(challenges.send(ada, ada))).isEqualTo("CHALLENGED_SELF");
        assertThat(fixture.player(ada)
                        .data("mutation { sendChallenge(to: \"%s\", mode: TWO_VS_TWO) { errors { code } } }"
                                .formatted(bob))
                        .at("/sendChallenge/errors/0/code")
                        .asString())
                .isEqualTo("MODE_NOT_CHALLENGEABLE");
    }

    /** Unknown, erased, blocked and blocking players are told apart by nothing in the response. */
    @Test
    void doesNotTellWhyAPlayerCannotBeChallenged() {
        UUID unknown = UUID.randomUUID();
        UUID erased = player();
        jdbc.sql("UPDATE player SET erased_at = now() WHERE user_id = ?")
                .param(erased)
                .update();
        UUID blocked = player();
        UUID blocking = player();
        block(ada, blocked);
        block(blocking, ada);

        JsonNode response = challenges.send(ada, unknown);
        assertThat(response.toString())
                .isEqualTo("{\"challenge\":null,\"errors\":[{\"code\":\"PLAYER_UNAVAILABLE\",\"field\":\"to\"}]}");
        assertThat(challenges.send(ada, erased)).isEqualTo(response);
        assertThat(challenges.send(ada, blocked)).isEqualTo(response);
        assertThat(challenges.send(ada, blocking)).isEqualTo(response);
        assertThat(jdbc.sql("SELECT count(*) FROM player WHERE user_id = ?")
                        .param(unknown)
                        .query(Integer.class)
                        .single())
                .as("asking for an id stores nothing")
                .isZero();
    }

    @Test
    void aBlockCancelsTheOpenChallenge() {
        UUID challenge = challenges.sent(ada, bob);
        TestTopic.named("block-updates")
                .send(
                        bob + "/" + ada,
                        UUID.randomUUID().toString(),
                        "ft.transcendence.block.updated.v1",
                        "{\"blocker\":\"%s\",\"blocked\":\"%s\"}".formatted(bob, ada));

        await().atMost(Duration.ofSeconds(20)).until(() -> statusOf(challenge).equals("CANCELLED"));
        assertThat(outcome(challenges.send(ada, bob))).isEqualTo("PLAYER_UNAVAILABLE");
    }

    @Test
    void anErasedAccountHasNoOpenChallenges() {
        UUID sent = challenges.sent(ada, bob);
        UUID received = challenges.sent(player(), ada);
        TestTopic.named("profile-updates")
                .sendRecord(KafkaMessageFactory.createWriter("profile-updates", ada.toString())
                        .writeBinary(CloudEventBuilder.v1()
                                .withId(UUID.randomUUID().toString())
                                .withType("ft.transcendence.profile.updated.v1")
                                .withSource(URI.create("/users"))
                                .build()));

        await().atMost(Duration.ofSeconds(20)).until(() -> statusOf(sent).equals("CANCELLED"));
        assertThat(statusOf(received)).isEqualTo("CANCELLED");
        assertThat(outcome(challenges.answer(bob, "acceptChallenge", sent))).isEqualTo("CHALLENGE_CLOSED");
        assertThat(outcome(challenges.send(bob, ada))).isEqualTo("PLAYER_UNAVAILABLE");
    }

    @Test
    void rejectsBusyPlayersAndKeepsTheChallenge() {
        UUID challenge = challenges.sent(ada, bob);
        UUID match = fixture.live(ada, player());
        assertThat(outcome(challenges.answer(bob, "acceptChallenge", challenge)))
                .isEqualTo("PLAYER_BUSY");

        fixture.abort(match, "TIMEOUT");
        assertThat(outcome(challenges.answer(bob, "acceptChallenge", challenge)))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void limitsTheChallengesOfAPlayerPerHour() {
        for (int number = 0; number < 30; number++) {
            assertThat(outcome(challenges.send(ada, player()))).isEqualTo("PENDING");
        }
        assertThat(outcome(challenges.send(ada, bob))).isEqualTo("TOO_MANY_CHALLENGES");
        clock.pass(Duration.ofMinutes(61));
        assertThat(outcome(challenges.send(ada, bob))).isEqualTo("PENDING");
    }

    @Test
    void publishesEveryChangeInOrder() {
        UUID challenge = challenges.sent(bob, ada);
        challenges.answer(ada, "declineChallenge", challenge);
        String key = ada.toString().compareTo(bob.toString()) < 0 ? ada + "/" + bob : bob + "/" + ada;

        List<String> events = TestTopic.named("challenge-updates").ofKey(key, 2).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
        String expected =
                "{\"challengeId\":\"%s\",\"challenger\":\"%s\",\"challenged\":\"%s\",\"mode\":\"ONE_VS_ONE\",\"status\":\"%s\"}";
        assertThat(events)
                .containsExactly(
                        expected.formatted(challenge, bob, ada, "PENDING"),
                        expected.formatted(challenge, bob, ada, "DECLINED"));
    }

    @Test
    void needsTheSameStatementsForOneAndForMany() {
        challenges.sent(player(), ada);
        int few = statements.during(() -> challenges.open(ada)).size();
        for (int number = 0; number < 5; number++) {
            challenges.sent(player(), ada);
        }

        assertThat(statements.during(() -> assertThat(challenges.open(ada)).hasSize(6)))
                .hasSize(few);
        assertThat(few).isEqualTo(2);
    }

    private UUID player() {
        UUID player = UUID.randomUUID();
        ProfileSeeder.of(List.of(player));
        return player;
    }

    private void block(UUID blocker, UUID blocked) {
        jdbc.sql("INSERT INTO player_block (blocker, blocked) VALUES (?, ?)")
                .params(blocker, blocked)
                .update();
    }

    private String statusOf(UUID challenge) {
        return jdbc.sql("SELECT status FROM challenge WHERE id = ?")
                .param(challenge)
                .query(String.class)
                .single();
    }

    private int rowsOf(UUID player) {
        return jdbc.sql("SELECT count(*) FROM challenge WHERE :player IN (challenger, challenged)")
                .param("player", player)
                .query(Integer.class)
                .single();
    }
}
