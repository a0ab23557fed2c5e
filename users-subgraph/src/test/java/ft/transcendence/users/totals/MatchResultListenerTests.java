package ft.transcendence.users.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.subgraph.inbox.DeadLetters;
import ft.transcendence.subgraph.testing.TestTopic;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@UsersTest
class MatchResultListenerTests {

    private static final TestTopic topic = TestTopic.named("match-completions");
    private static final String COMPLETED = "ft.transcendence.match.completed.v1";
    private static final String VOIDED = "ft.transcendence.match.voided.v1";

    @Autowired
    Players players;

    @Autowired
    DeadLetters deadLetters;

    @Autowired
    JdbcClient jdbc;

    @Test
    void countsEachMatchOnceForDuplicateAndUnorderedEvents() {
        Player ada = players.join("ada");
        Player bob = players.join("bob");
        List<Runnable> deliveries = new ArrayList<>();
        for (int match = 0; match < 10; match++) {
            UUID id = UUID.randomUUID();
            deliveries.addAll(threeTimes(id, COMPLETED, result(id, ada.id(), 11, bob.id(), match)));
        }
        Collections.shuffle(deliveries, new Random(42));
        deliveries.forEach(Runnable::run);
        awaitTotals(ada, 10, 0, 110);
        awaitTotals(bob, 0, 10, 45);
    }

    @Test
    void countsAMatchOnceForTwoDifferentEvents() {
        Player ada = players.join("ada");
        Player bob = players.join("bob");
        UUID match = UUID.randomUUID();
        String body = result(match, ada.id(), 11, bob.id(), 3);
        topic.send(match.toString(), UUID.randomUUID().toString(), COMPLETED, body);
        topic.send(match.toString(), UUID.randomUUID().toString(), COMPLETED, body);
        // same key, same partition: when this event has been processed, so have earlier ones
        topic.send(
                match.toString(),
                UUID.randomUUID().toString(),
                COMPLETED,
                result(UUID.randomUUID(), bob.id(), 11, ada.id(), 0));
        awaitTotals(bob, 1, 1, 14);
        awaitTotals(ada, 1, 1, 11);
    }

    @Test
    void subtractsAVoidedMatchOnceForDuplicateAndUnorderedEvents() {
        Player ada = players.join("ada");
        Player bob = players.join("bob");
        List<Runnable> deliveries = new ArrayList<>();
        for (int match = 0; match < 12; match++) {
            UUID id = UUID.randomUUID();
            String body = result(id, ada.id(), 11, bob.id(), match);
            deliveries.addAll(threeTimes(id, COMPLETED, body));
            if (match % 3 == 0) {
                deliveries.addAll(threeTimes(id, VOIDED, body));
            }
        }
        Collections.shuffle(deliveries, new Random(7));
        deliveries.forEach(Runnable::run);
        // twelve matches, of which those with 0, 3, 6 and 9 points are voided
        awaitTotals(ada, 8, 0, 88);
        awaitTotals(bob, 0, 8, 66 - 18);
    }

    @Test
    void neverCountsAMatchVoidedBeforeItsResult() {
        Player ada = players.join("ada");
        Player bob = players.join("bob");
        UUID match = UUID.randomUUID();
        String body = result(match, ada.id(), 11, bob.id(), 3);
        topic.send(match.toString(), UUID.randomUUID().toString(), VOIDED, body);
        topic.send(match.toString(), UUID.randomUUID().toString(), COMPLETED, body);
        // same key, same partition: when this event has been processed, so have earlier ones
        topic.send(
                match.toString(),
                UUID.randomUUID().toString(),
                COMPLETED,
                result(UUID.randomUUID(), bob.id(), 11, ada.id(), 2));
        awaitTotals(ada, 0, 1, 2);
        awaitTotals(bob, 1, 0, 11);
    }

    @Test
    void subtractsAVoidedMatchOnceForTwoDifferentEvents() {
        Player ada = players.join("ada");
        Player bob = players.join("bob");
        UUID kept = UUID.randomUUID();
        UUID voided = UUID.randomUUID();
        String body = result(voided, ada.id(), 11, bob.id(), 5);
        String key = voided.toString();
        topic.send(key, UUID.randomUUID().toString(), COMPLETED, result(kept, ada.id(), 11, bob.id(), 7));
        topic.send(key, UUID.randomUUID().toString(), COMPLETED, body);
        topic.send(key, UUID.randomUUID().toString(), VOIDED, body);
        topic.send(key, UUID.randomUUID().toString(), VOIDED, body);
        topic.send(key, UUID.randomUUID().toString(), COMPLETED, result(UUID.randomUUID(), bob.id(), 11, ada.id(), 0));
        awaitTotals(ada, 1, 1, 11);
        awaitTotals(bob, 1, 1, 18);
    }

    @Test
    void countsResultsOfPlayersWithoutAProfile() {
        Player early = players.stranger("early");
        UUID match = UUID.randomUUID();
        topic.send(
                match.toString(),
                UUID.randomUUID().toString(),
                COMPLETED,
                result(match, early.id(), 11, UUID.randomUUID(), 2));
        awaitTotals(early, 1, 0, 11);
    }

    @Test
    void replaysAPoisonedEventOnceItsCauseIsFixed() {
        Player ada = players.join("ada");
        UUID match = UUID.randomUUID();
        topic.send(match.toString(), UUID.randomUUID().toString(), COMPLETED, "{\"matchId\":\"" + match + "\"}");
        TestTopic deadLetterTopic = TestTopic.named("match-completions.dlt");
        ConsumerRecord<String, byte[]> letter =
                deadLetterTopic.ofKey(match.toString(), 1).getFirst();
        assertThat(new String(
                        letter.headers()
                                .lastHeader("kafka_dlt-exception-cause-fqcn")
                                .value(),
                        StandardCharsets.UTF_8))
                .endsWith("UnreadableEventException");
        assertThat(letter.headers().lastHeader("kafka_dlt-exception-stacktrace"))
                .isNull();

        // the event after the poisoned one is still processed
        UUID next = UUID.randomUUID();
        topic.send(
                match.toString(),
                UUID.randomUUID().toString(),
                COMPLETED,
                result(next, ada.id(), 11, UUID.randomUUID(), 2));
        awaitTotals(ada, 1, 0, 11);

        // unreadable events return to the dead letters, readable ones take effect
        UUID fixed = UUID.randomUUID();
        jdbc.sql("ALTER TABLE counted_match ADD CONSTRAINT fault CHECK (match_id <> '" + fixed + "') NOT VALID")
                .update();
        topic.send(
                fixed.toString(),
                UUID.randomUUID().toString(),
                COMPLETED,
                result(fixed, ada.id(), 11, UUID.randomUUID(), 5));
        assertThat(deadLetterTopic.ofKey(fixed.toString(), 1)).hasSize(1);
        jdbc.sql("ALTER TABLE counted_match DROP CONSTRAINT fault").update();
        assertThat(deadLetters.replay("match-completions")).isGreaterThanOrEqualTo(2);
        awaitTotals(ada, 2, 0, 22);
        assertThat(deadLetterTopic.ofKey(match.toString(), 2)).hasSize(2);
    }

    private static List<Runnable> threeTimes(UUID match, String type, String body) {
        String event = UUID.randomUUID().toString();
        return Collections.nCopies(3, () -> topic.send(match.toString(), event, type, body));
    }

    private static void awaitTotals(Player player, int wins, int losses, int totalScore) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode viewer = player.graphql()
                    .data("{ viewer { wins losses totalScore } }")
                    .get("viewer");
            assertThat(List.of(
                            viewer.get("wins").asInt(),
                            viewer.get("losses").asInt(),
                            viewer.get("totalScore").asInt()))
                    .containsExactly(wins, losses, totalScore);
        });
    }

    private static String result(UUID match, UUID winner, int winnerScore, UUID loser, int loserScore) {
        return """
                {"matchId": "%s", "mode": "ONE_VS_ONE", "finishReason": "SCORE",
                 "startedAt": "2026-03-01T12:00:00Z", "completedAt": "2026-03-01T12:05:00Z", "later": "field",
                 "players": [{"userId": "%s", "team": 1, "score": %d, "outcome": "WIN"},
                             {"userId": "%s", "team": 2, "score": %d, "outcome": "LOSS"}]}
                """.formatted(match, winner, winnerScore, loser, loserScore);
    }
}
