package ft.transcendence.matches.match;

import static ft.transcendence.matches.testing.MatchFixture.mutate;
import static ft.transcendence.matches.testing.MatchFixture.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.player.PlayerErased;
import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.subgraph.testing.TestGraphQL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.JsonNode;

/** Mutations of game servers, players and moderators. */
@MatchesTest
class MatchMutationsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationEventPublisher erasures;

    private MatchFixture fixture;

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @BeforeEach
    void enter() {
        fixture = new MatchFixture(port);
    }

    @Test
    void goesFromCreationToResult() {
        JsonNode created = fixture.create(List.of(alice), List.of(bob));
        UUID match = UUID.fromString(created.get("match").get("id").asString());
        assertThat(created.get("match").get("status").asString()).isEqualTo("CREATED");
        assertThat(status(mutate(fixture.gameServer(), "readyMatch", match))).isEqualTo("READY");
        assertThat(status(mutate(fixture.gameServer(), "startMatch", match))).isEqualTo("LIVE");
        assertThat(status(fixture.report(match, 3, 2))).isEqualTo("LIVE");
        assertThat(status(mutate(fixture.gameServer(), "heartbeatMatch", match)))
                .isEqualTo("LIVE");

        JsonNode finished = fixture.finish("once", match, "ONE", 11, 7).get("match");

        assertThat(finished.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(finished.get("finishReason").asString()).isEqualTo("SCORE");
        assertThat(finished.get("winner").asString()).isEqualTo("ONE");
        assertThat(finished.get("players").toString())
                .isEqualTo("[{\"user\":{\"id\":\"%s\"},\"outcome\":\"WIN\",\"score\":11},".formatted(alice)
                        + "{\"user\":{\"id\":\"%s\"},\"outcome\":\"LOSS\",\"score\":7}]".formatted(bob));
    }

    @Test
    void ratesAndCountsAResult() {
        fixture.won(alice, bob);

        JsonNode winner = fixture.user(
                alice, "rating { value provisional ratedMatches rank } stats { played wins streak winRate }");
        JsonNode loser = fixture.user(bob, "rating { value } stats { played losses streak byMode { mode losses } }");

        assertThat(winner.get("rating").get("value").asDouble()).isGreaterThan(1600);
        assertThat(winner.get("rating").get("provisional").asBoolean()).isTrue();
        assertThat(winner.get("rating").get("rank").isNull()).isTrue();
        assertThat(winner.get("stats").toString()).isEqualTo("{\"played\":1,\"wins\":1,\"streak\":1,\"winRate\":1.0}");
        assertThat(loser.get("rating").get("value").asDouble()).isLessThan(1400);
        assertThat(loser.get("stats").toString())
                .isEqualTo("{\"played\":1,\"losses\":1,\"streak\":-1,\"byMode\":"
                        + "[{\"mode\":\"ONE_VS_ONE\",\"losses\":1},{\"mode\":\"TWO_VS_TWO\",\"losses\":0}]}");
    }

    @Test
    void playsTwoAgainstTwo() {
        List<UUID> losers = MatchFixture.players(2);
        UUID match = fixture.live(List.of(alice, bob), losers);

        assertThat(status(fixture.finish("doubles", match, "ONE", 21, 19))).isEqualTo("COMPLETED");

        assertThat(fixture.users(List.of(alice, bob), "stats { wins }").toString())
                .contains("\"wins\":1")
                .doesNotContain("\"wins\":0");
        assertThat(fixture.users(losers, "stats { losses }").toString()).doesNotContain("\"losses\":0");
    }

    @Test
    void rejectsAMatchAgainstOneself() {
        assertThat(rejection(fixture.create(List.of(alice), List.of(alice)))).isEqualTo("DUPLICATE_PLAYER");
        assertThat(rejection(fixture.create(List.of(alice, bob), List.of(UUID.randomUUID(), alice))))
                .isEqualTo("DUPLICATE_PLAYER");
    }

    @Test
    void rejectsTeamsOfTheWrongSize() {
        assertThat(rejection(fixture.create(List.of(alice), List.of()))).isEqualTo("INVALID_TEAMS");
        assertThat(rejection(fixture.create(List.of(alice, bob), List.of(UUID.randomUUID()))))
                .isEqualTo("INVALID_TEAMS");
    }

    @Test
    void rejectsPlayersWhoAreInAnotherMatch() {
        UUID match = fixture.live(alice, bob);

        assertThat(rejection(fixture.create(List.of(bob), MatchFixture.players(1))))
                .isEqualTo("PLAYER_BUSY");

        fixture.abort(match, "SERVER_FAULT");
        assertThat(rejection(fixture.create(List.of(bob), MatchFixture.players(1))))
                .isEmpty();
    }

    @Test
    void rejectsImpossibleScores() {
        UUID match = fixture.live(alice, bob);

        assertThat(rejection(fixture.finish("a", match, "ONE", 5, 11))).isEqualTo("WINNER_SCORE_NOT_HIGHER");
        assertThat(rejection(fixture.finish("b", match, "ONE", 11, 11))).isEqualTo("WINNER_SCORE_NOT_HIGHER");
        assertThat(rejection(fixture.finish("c", match, "ONE", 12, 5))).isEqualTo("INVALID_SCORE");
        assertThat(rejection(fixture.finish("d", match, "ONE", 11, -1))).isEqualTo("INVALID_SCORE");
        assertThat(rejection(fixture.report(match, 0, 40000))).isEqualTo("INVALID_SCORE");
        assertThat(status(fixture.finish("e", match, "ONE", 11, 5))).isEqualTo("COMPLETED");
    }

    @Test
    void rejectsADecreasingScore() {
        UUID match = fixture.live(alice, bob);
        fixture.report(match, 3, 2);

        assertThat(rejection(fixture.report(match, 2, 2))).isEqualTo("INVALID_SCORE");
    }

    @Test
    void rejectsAResultBelowTheReportedScore() {
        UUID match = fixture.live(alice, bob);
        fixture.report(match, 5, 3);

        assertThat(rejection(fixture.finish("less", match, "ONE", 11, 2))).isEqualTo("INVALID_SCORE");
        assertThat(rejection(fixture.finish("for the loser", match, "ONE", 4, 3, "FORFEIT")))
                .isEqualTo("INVALID_SCORE");
        assertThat(rejection(fixture.finish("of a lost player", match, "TWO", 5, 2, "DISCONNECT")))
                .isEqualTo("INVALID_SCORE");
        assertThat(rejection(fixture.finish("by the clock", match, "ONE", 4, 3, "TIMEOUT")))
                .isEqualTo("INVALID_SCORE");
        assertThat(status(fixture.finish("more", match, "ONE", 6, 3, "TIMEOUT")))
                .isEqualTo("COMPLETED");
    }

    @Test
    void rejectsAScoreBelowTheWinningScore() {
        UUID match = fixture.live(alice, bob);

        assertThat(rejection(fixture.finish("early", match, "ONE", 4, 3))).isEqualTo("WINNING_SCORE_NOT_REACHED");
        assertThat(rejection(fixture.finish("nearly", match, "TWO", 3, 10))).isEqualTo("WINNING_SCORE_NOT_REACHED");
        assertThat(status(fixture.finish("done", match, "TWO", 3, 11))).isEqualTo("COMPLETED");
    }

    @Test
    void rejectsAScoreWithTwoWinners() {
        UUID match = fixture.live(alice, bob);
        fixture.report(match, 11, 10);

        assertThat(rejection(fixture.report(match, 11, 11))).isEqualTo("INVALID_SCORE");
    }

    @Test
    void rejectsModeratorsWhoPlayedInTheMatch() {
        UUID lost = fixture.won(alice, bob);
        TestGraphQL bobAsModerator = fixture.withRoles(bob, "player", "moderator");
        TestGraphQL aliceAsAdmin = fixture.withRoles(alice, "player", "admin");

        for (TestGraphQL involved : List.of(bobAsModerator, aliceAsAdmin)) {
            JsonNode payload = mutate(
                    involved, "voidMatch", "VoidMatchInput", Map.of("matchId", lost, "reason", "I do not like it"));
            assertThat(rejection(payload)).isEqualTo("CONFLICT_OF_INTEREST");
        }
        assertThat(fixture.visitor()
                        .data("{ match(id: \"%s\") { status } }".formatted(lost))
                        .at("/match/status")
                        .asString())
                .isEqualTo("COMPLETED");
    }

    @Test
    void showsModeratorsWhoVoidedAResultUntilThatAccountIsErased() {
        UUID match = fixture.won(alice, bob);
        UUID moderator = UUID.randomUUID();
        fixture.voidResult(moderator, match, "Both played with one hand");
        String query = "{ match(id: \"%s\") { voidReason voidedBy { id } } }".formatted(match);

        assertThat(fixture.moderator().data(query).at("/match/voidedBy/id").asString())
                .isEqualTo(moderator.toString());

        erasures.publishEvent(new PlayerErased(moderator));
        assertThat(fixture.moderator().data(query).at("/match").toString())
                .isEqualTo("{\"voidReason\":\"Both played with one hand\",\"voidedBy\":null}");
    }

    @Test
    void namesTheRejectedChange() {
        UUID match = fixture.won(alice, bob);

        assertThat(mutate(fixture.player(bob), "forfeitMatch", match)
                        .at("/errors/0/message")
                        .asString())
                .isEqualTo("A match that is COMPLETED cannot be forfeited.");
        assertThat(mutate(fixture.gameServer(), "heartbeatMatch", match)
                        .at("/errors/0/message")
                        .asString())
                .isEqualTo("A match that is COMPLETED cannot be kept alive.");
        assertThat(fixture.abort(match, "TIMEOUT").at("/errors/0/message").asString())
                .isEqualTo("A match that is COMPLETED cannot be aborted.");
    }

    @Test
    void rejectsChangesAfterTheEnd() {
        UUID match = fixture.won(alice, bob);

        assertThat(rejection(fixture.report(match, 11, 6))).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(rejection(fixture.finish("again", match, "TWO", 1, 11))).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(rejection(fixture.abort(match, "TIMEOUT"))).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(rejection(mutate(fixture.gameServer(), "startMatch", match))).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(rejection(mutate(fixture.gameServer(), "heartbeatMatch", match)))
                .isEqualTo("ILLEGAL_TRANSITION");
        assertThat(rejection(mutate(fixture.player(bob), "forfeitMatch", match)))
                .isEqualTo("ILLEGAL_TRANSITION");
    }

    @Test
    void returnsTheSameMatchForARepetition() {
        JsonNode first = fixture.create("same key " + alice, List.of(alice), List.of(bob));
        JsonNode second = fixture.create("same key " + alice, List.of(alice), List.of(bob));
        assertThat(second).isEqualTo(first);

        UUID match = UUID.fromString(first.get("match").get("id").asString());
        mutate(fixture.gameServer(), "startMatch", match);
        JsonNode finished = fixture.finish("result", match, "TWO", 9, 11);
        assertThat(fixture.finish("result", match, "TWO", 9, 11)).isEqualTo(finished);
        assertThat(fixture.user(bob, "stats { played }")
                        .get("stats")
                        .get("played")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void rejectsAKeyUsedForAnotherRequest() {
        fixture.create("taken " + alice, List.of(alice), List.of(bob));

        assertThat(rejection(fixture.create("taken " + alice, List.of(bob), List.of(alice))))
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(rejection(fixture.create("k".repeat(101), List.of(bob), List.of(alice))))
                .isEqualTo("INVALID_IDEMPOTENCY_KEY");
    }

    @Test
    void rejectsUnknownMatches() {
        assertThat(rejection(fixture.finish("x", UUID.randomUUID(), "ONE", 11, 0)))
                .isEqualTo("MATCH_NOT_FOUND");
        assertThat(rejection(mutate(fixture.gameServer(), "startMatch", UUID.randomUUID())))
                .isEqualTo("MATCH_NOT_FOUND");
    }

    @Test
    void losesAForfeitedMatchWithTheCurrentScore() {
        UUID match = fixture.live(alice, bob);
        fixture.report(match, 10, 2);

        JsonNode forfeited =
                mutate(fixture.player(alice), "forfeitMatch", match).get("match");

        assertThat(forfeited.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(forfeited.get("finishReason").asString()).isEqualTo("FORFEIT");
        assertThat(forfeited.get("winner").asString()).isEqualTo("TWO");
        assertThat(forfeited.get("score").toString()).isEqualTo("{\"teamOne\":10,\"teamTwo\":2}");
        assertThat(fixture.user(bob, "stats { wins }").get("stats").get("wins").asInt())
                .isEqualTo(1);
    }

    @Test
    void abortsAMatchForfeitedBeforeItsStart() {
        UUID match = UUID.fromString(fixture.create(List.of(alice), List.of(bob))
                .get("match")
                .get("id")
                .asString());

        JsonNode forfeited =
                mutate(fixture.player(alice), "forfeitMatch", match).get("match");

        assertThat(forfeited.get("status").asString()).isEqualTo("ABORTED");
        assertThat(fixture.user(alice, "stats { played }")
                        .get("stats")
                        .get("played")
                        .asInt())
                .isZero();
    }

    @Test
    void rejectsForfeitsByOthers() {
        UUID match = fixture.live(alice, bob);

        assertThat(rejection(mutate(fixture.player(UUID.randomUUID()), "forfeitMatch", match)))
                .isEqualTo("NOT_A_PLAYER");
    }

    @Test
    void abortsWithoutChangingRatings() {
        UUID match = fixture.live(alice, bob);
        fixture.report(match, 0, 10);

        assertThat(status(fixture.abort(match, "SERVER_FAULT"))).isEqualTo("ABORTED");

        assertThat(fixture.user(alice, "rating { value ratedMatches }")
                        .get("rating")
                        .toString())
                .isEqualTo("{\"value\":1500.0,\"ratedMatches\":0}");
        assertThat(rejection(fixture.finish("late", match, "TWO", 0, 11))).isEqualTo("ILLEGAL_TRANSITION");
    }

    @Test
    void refundsRatingsAndRecountsStatisticsWhenVoided() {
        UUID kept = fixture.won(alice, bob);
        JsonNode before = fixture.users(
                List.of(alice, bob), "rating { value ratedMatches } stats { played wins losses streak longestStreak }");
        UUID voided = fixture.won(bob, alice);

        JsonNode payload = fixture.voidResult(voided, "The account was shared");

        assertThat(status(payload)).isEqualTo("VOIDED");
        assertThat(fixture.users(
                        List.of(alice, bob),
                        "rating { value ratedMatches } stats { played wins losses streak longestStreak }"))
                .isEqualTo(before);
        assertThat(rejection(fixture.voidResult(voided, "again"))).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(rejection(fixture.voidResult(kept, " "))).isEqualTo("INVALID_VOID_REASON");
    }

    @Test
    void rejectsReasonsThatDoNotFit() {
        UUID match = fixture.live(alice, bob);

        assertThat(rejection(fixture.abort(match, "SCORE"))).isEqualTo("INVALID_FINISH_REASON");
        Map<String, Object> result = new HashMap<>(MatchFixture.result("r", match, "ONE", 11, 0));
        result.put("reason", "SERVER_FAULT");
        assertThat(rejection(mutate(fixture.gameServer(), "finishMatch", "FinishMatchInput", result)))
                .isEqualTo("INVALID_FINISH_REASON");
    }

    private static String status(JsonNode payload) {
        assertThat(payload.get("errors")).isEmpty();
        return payload.get("match").get("status").asString();
    }
}
