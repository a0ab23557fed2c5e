package ft.transcendence.users.achievement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.subgraph.testing.StatementCounter;
import ft.transcendence.subgraph.testing.TestTopic;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Achievements and levels, from the events of results to what players see and are told. */
@UsersTest
class AchievementTests {

    private static final TestTopic results = TestTopic.named("match-completions");
    private static final String COMPLETED = "ft.transcendence.match.completed.v1";
    private static final String VOIDED = "ft.transcendence.match.voided.v1";
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    Players players;

    @Autowired
    StatementCounter statements;

    @Autowired
    JdbcClient jdbc;

    Player ada;
    Player bob;

    @BeforeEach
    void join() {
        ada = players.join("ada");
        bob = players.join("bob");
    }

    /** The matches have keys of their own, so two consumers receive them at once. */
    @Test
    void countsEachResultOnceForDuplicateAndUnorderedEvents() {
        List<Runnable> deliveries = new ArrayList<>();
        for (int match = 0; match < 12; match++) {
            UUID id = UUID.randomUUID();
            String body = result(id, match, ada, bob, match % 2);
            deliveries.addAll(threeTimes(id, COMPLETED, body));
            if (match >= 10) {
                deliveries.addAll(threeTimes(id, VOIDED, body));
            }
        }
        Collections.shuffle(deliveries, new Random(42));
        deliveries.forEach(Runnable::run);

        // ten matches count, all won, half of them without a point against ada
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(progress(ada))
                    .contains(
                            "TEN_WINS 10 earned",
                            "HUNDRED_MATCHES 10",
                            "TEN_THOUSAND_POINTS 110",
                            "TEN_FLAWLESS_WINS 5",
                            "BOTH_MODES 1",
                            "TEN_IN_A_ROW 10 earned");
            assertThat(told(ada))
                    .containsExactlyInAnyOrder(
                            "FIRST_WIN", "FLAWLESS_WIN", "THREE_IN_A_ROW", "TEN_WINS", "TEN_IN_A_ROW", "level 2");
        });
        assertThat(progress(bob)).contains("FIRST_WIN 0", "HUNDRED_MATCHES 10");
        assertThat(told(bob)).isEmpty();
    }

    @Test
    void takesBackWhatAVoidedResultEarned() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        send(first, COMPLETED, result(first, 0, ada, bob, 3));
        send(second, COMPLETED, result(second, 1, bob, ada, 0));
        awaitTold(ada, "FIRST_WIN");
        awaitTold(bob, "FIRST_WIN", "FLAWLESS_WIN");

        send(first, VOIDED, result(first, 0, ada, bob, 3));
        send(second, VOIDED, result(second, 1, bob, ada, 0));
        awaitTold(ada);
        awaitTold(bob);
        assertThat(progress(ada)).contains("FIRST_WIN 0", "HUNDRED_MATCHES 0");
        assertThat(progress(bob)).contains("FIRST_WIN 0", "FLAWLESS_WIN 0");

        UUID third = UUID.randomUUID();
        send(third, COMPLETED, result(third, 2, ada, bob, 3));
        awaitTold(ada, "FIRST_WIN");
    }

    @Test
    void takesBackALevel() {
        List<UUID> matches = Stream.generate(UUID::randomUUID).limit(5).toList();
        matches.forEach(match -> send(match, COMPLETED, result(match, matches.indexOf(match), ada, bob, 3)));
        awaitTold(ada, "FIRST_WIN", "THREE_IN_A_ROW", "level 2");
        assertThat(level(ada))
                .isEqualTo("{\"number\":2,\"experience\":105,\"experienceOfLevel\":100,\"experienceForNext\":300}");

        send(matches.getLast(), VOIDED, result(matches.getLast(), 4, ada, bob, 3));
        awaitTold(ada, "FIRST_WIN", "THREE_IN_A_ROW");
        assertThat(level(ada))
                .isEqualTo("{\"number\":1,\"experience\":84,\"experienceOfLevel\":0,\"experienceForNext\":100}");
    }

    /** Its win without a point against ada was never counted, only her wins and points. */
    @Test
    void aVoidedResultFromBeforeAchievementsOnlyChangesTotals() {
        UUID old = UUID.randomUUID();
        jdbc.sql("INSERT INTO counted_match (match_id) VALUES (?)").param(old).update();
        jdbc.sql("INSERT INTO standing (user_id, wins, losses, total_score) VALUES (?, 1, 0, 11), (?, 0, 1, 0)")
                .params(ada.id(), bob.id())
                .update();
        jdbc.sql("INSERT INTO player_progress (user_id, earned, earned_at) VALUES (?, '{FIRST_WIN}', '{2026-01-01Z}')")
                .param(ada.id())
                .update();
        UUID next = UUID.randomUUID();
        send(next, COMPLETED, result(next, 1, ada, bob, 0));
        awaitTold(ada, "FLAWLESS_WIN");
        assertThat(earnedAt(ada, "FIRST_WIN")).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(earnedAt(ada, "FLAWLESS_WIN")).isEqualTo(START.plusSeconds(1).toString());

        send(old, VOIDED, result(old, 0, ada, bob, 0));
        await().atMost(Duration.ofSeconds(20)).until(() -> wins(ada) == 1);
        assertThat(progress(ada)).contains("FIRST_WIN 1 earned", "FLAWLESS_WIN 1 earned", "HUNDRED_MATCHES 1");
    }

    @Test
    void everybodySeesTheCatalogueAndTheProgressOfAll() {
        JsonNode catalogue = players.anonymous()
                .data("{ achievements { code name description goal } }")
                .get("achievements");
        assertThat(catalogue.valueStream().map(node -> node.get("code").asString()))
                .containsExactly(
                        Arrays.stream(AchievementCode.values()).map(Enum::name).toArray(String[]::new));
        assertThat(catalogue.get(1).toString())
                .isEqualTo(
                        "{\"code\":\"TEN_WINS\",\"name\":\"Getting Good\",\"description\":\"Win 10 matches.\",\"goal\":10}");

        String entities = "query($representations: [_Any!]!) { _entities(representations: $representations)"
                + " { ... on User { level { number } achievements { progress earnedAt } } } }";
        List<Map<String, String>> representations = players.join("many", 10).stream()
                .map(player -> Map.of("__typename", "User", "id", player.id().toString()))
                .toList();
        assertThat(statements.during(() -> assertThat(players.anonymous()
                                .data(entities, Map.of("representations", representations))
                                .at("/_entities/9/achievements"))
                        .hasSize(catalogue.size())))
                .as("the users with their totals, and their progress")
                .hasSize(2);
        assertThat(statements.during(() ->
                        players.anonymous().data(entities, Map.of("representations", representations.subList(0, 1)))))
                .hasSize(2);
    }

    private void send(UUID match, String type, String body) {
        results.send(match.toString(), UUID.randomUUID().toString(), type, body);
    }

    private static List<Runnable> threeTimes(UUID match, String type, String body) {
        String event = UUID.randomUUID().toString();
        return Collections.nCopies(3, () -> results.send(match.toString(), event, type, body));
    }

    private static int wins(Player player) {
        return player.graphql().data("{ viewer { wins } }").at("/viewer/wins").asInt();
    }

    private static String level(Player player) {
        return player.graphql()
                .data("{ viewer { level { number experience experienceOfLevel experienceForNext } } }")
                .at("/viewer/level")
                .toString();
    }

    private static List<String> progress(Player player) {
        return achievements(player)
                .map(node -> node.at("/achievement/code").asString() + " "
                        + node.get("progress").asInt() + (node.get("earnedAt").isNull() ? "" : " earned"))
                .toList();
    }

    private static String earnedAt(Player player, String code) {
        return achievements(player)
                .filter(node -> node.at("/achievement/code").asString().equals(code))
                .map(node -> node.get("earnedAt").asString())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> achievements(Player player) {
        return player.graphql()
                .data("{ viewer { achievements { achievement { code } progress earnedAt } } }")
                .at("/viewer/achievements")
                .valueStream();
    }

    private static void awaitTold(Player player, String... expected) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told(player)).containsExactlyInAnyOrder(expected));
    }

    /** The achievements and levels of which the player was told. */
    private static List<String> told(Player player) {
        return player.graphql()
                .data("{ myNotifications(first: 100) { nodes { kind achievement { code } level } } }")
                .at("/myNotifications/nodes")
                .valueStream()
                .flatMap(node -> switch (node.get("kind").asString()) {
                    case "ACHIEVEMENT_EARNED" ->
                        Stream.of(node.at("/achievement/code").asString());
                    case "LEVEL_REACHED" ->
                        Stream.of("level " + node.get("level").asInt());
                    default -> Stream.empty();
                })
                .toList();
    }

    /** A result of 11 points. The later the number, the later the match. */
    private static String result(UUID match, int number, Player winner, Player loser, int loserScore) {
        return """
                {"matchId": "%s", "mode": "ONE_VS_ONE", "finishReason": "SCORE",
                 "startedAt": "2026-03-01T11:00:00Z", "completedAt": "%s",
                 "players": [{"userId": "%s", "team": 1, "score": 11, "outcome": "WIN"},
                             {"userId": "%s", "team": 2, "score": %d, "outcome": "LOSS"}]}
                """.formatted(match, START.plusSeconds(number), winner.id(), loser.id(), loserScore);
    }
}
