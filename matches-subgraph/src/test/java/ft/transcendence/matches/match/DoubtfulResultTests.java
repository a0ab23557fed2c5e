package ft.transcendence.matches.match;

import static ft.transcendence.matches.testing.MatchFixture.mutate;
import static ft.transcendence.matches.testing.MatchFixture.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.doubt.PlayedMatch.Encounter;
import ft.transcendence.matches.player.PlayerErased;
import ft.transcendence.matches.rating.RatingService;
import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.subgraph.testing.StatementCounter;
import ft.transcendence.subgraph.testing.TestTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Results that are hard to believe, from the end of the match to a moderator's decision. */
@MatchesTest
class DoubtfulResultTests {

    private static final String COUNTED = "stats { played wins streak } rating { ratedMatches }";

    @LocalServerPort
    private int port;

    @Autowired
    private RatingService ratings;

    @Autowired
    private MatchEvidence evidence;

    @Autowired
    private MatchStore matches;

    @Autowired
    private ApplicationEventPublisher erasures;

    @Autowired
    private StatementCounter statements;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private MatchFixture fixture;

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @BeforeEach
    void enter() {
        fixture = new MatchFixture(port);
    }

    @Test
    void doNotCount() {
        String before = counted(alice, 12);
        UUID match = fixture.doubtful(alice, bob);

        assertThat(fixture.visitor()
                        .data(
                                "{ match(id: \"%s\") { status winner rated players { outcome ratingChange { points } } } }"
                                        .formatted(match))
                        .get("match")
                        .toString())
                .isEqualTo(
                        "{\"status\":\"COMPLETED\",\"winner\":\"ONE\",\"rated\":false,\"players\":"
                                + "[{\"outcome\":\"WIN\",\"ratingChange\":null},{\"outcome\":\"LOSS\",\"ratingChange\":null}]}");
        assertThat(fixture.user(alice, COUNTED).toString()).isEqualTo(before);
        assertThat(headToHead()).isEqualTo("{\"played\":12,\"wins\":12}");
        assertThat(ratings.audit()).isEmpty();
    }

    @Test
    void countOnceTheyAreConfirmed() {
        UUID match = fixture.doubtful(alice, bob);
        UUID later = fixture.won(UUID.randomUUID(), alice);
        UUID moderator = UUID.randomUUID();

        assertThat(rejection(confirm(moderator, match))).isEmpty();

        assertThat(fixture.user(alice, COUNTED).toString())
                .contains("{\"played\":14,\"wins\":13,\"streak\":-1}", "{\"ratedMatches\":14}");
        assertThat(headToHead()).isEqualTo("{\"played\":13,\"wins\":13}");
        assertThat(ratings.audit()).isEmpty();
        assertThat(TestTopic.named("match-completions").ofKey(match.toString(), 1))
                .hasSize(1);
        assertThat(TestTopic.named("match-completions").ofKey(later.toString(), 1))
                .hasSize(1);
        assertThat(rejection(confirm(moderator, match))).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(rejection(fixture.voidResult(match, "after all"))).isEmpty();
        assertThat(fixture.user(alice, COUNTED).toString())
                .contains("{\"played\":13,\"wins\":12,\"streak\":-1}", "{\"ratedMatches\":13}");
        assertThat(ratings.audit()).isEmpty();
    }

    @Test
    void changeNothingWhenTheyAreVoided() {
        UUID match = fixture.doubtful(alice, bob);

        assertThat(rejection(fixture.voidResult(match, "traded points"))).isEmpty();

        assertThat(fixture.user(alice, COUNTED).toString()).isEqualTo(counted(alice, 12));
        assertThat(rejection(confirm(UUID.randomUUID(), match))).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(ratings.audit()).isEmpty();
        // events of a later match come after those of this one
        UUID later = fixture.won(UUID.randomUUID(), UUID.randomUUID());
        TestTopic results = TestTopic.named("match-completions");
        results.ofKey(later.toString(), 1);
        assertThat(results.ofKey(match.toString(), 0)).isEmpty();
    }

    @Test
    void areNotConfirmedByTheirPlayers() {
        UUID match = fixture.doubtful(alice, bob);

        assertThat(rejection(mutate(fixture.withRoles(bob, "player", "moderator"), "confirmMatch", match)))
                .isEqualTo("CONFLICT_OF_INTEREST");
        assertThat(rejection(confirm(UUID.randomUUID(), fixture.won(UUID.randomUUID(), UUID.randomUUID()))))
                .isEqualTo("ILLEGAL_TRANSITION");
    }

    @Test
    void areListedForModeratorsInStablePages() {
        UUID first = fixture.doubtful(alice, bob);
        UUID second = fixture.doubtful(UUID.randomUUID(), UUID.randomUUID());
        UUID third = fixture.doubtful(UUID.randomUUID(), UUID.randomUUID());

        JsonNode page = review("first: 2");
        assertThat(ids(page)).containsExactly(third.toString(), second.toString());
        assertThat(page.at("/nodes/0/doubts").toString()).isEqualTo("[\"SAME_PAIR\",\"NEW_PLAYER_LOSES\"]");

        confirm(UUID.randomUUID(), third);
        String cursor = page.at("/pageInfo/endCursor").asString();
        assertThat(ids(review("first: 1, after: \"" + cursor + "\""))).containsExactly(first.toString());
        assertThat(ids(review("first: 2"))).containsExactly(second.toString(), first.toString());
    }

    @Test
    void areListedInTwoStatementsForOneAndForMany() {
        fixture.doubtful(alice, bob);
        fixture.doubtful(UUID.randomUUID(), UUID.randomUUID());

        assertThat(statements.during(() -> review("first: 1"))).hasSize(2);
        assertThat(statements.during(() -> review("first: 2"))).hasSize(2);
    }

    @Test
    void forgetAModeratorWhoseAccountIsErased() {
        UUID match = fixture.doubtful(alice, bob);
        UUID moderator = UUID.randomUUID();
        confirm(moderator, match);
        assertThat(confirmations(moderator)).isOne();

        erasures.publishEvent(new PlayerErased(moderator));

        assertThat(confirmations(moderator)).isZero();
        assertThat(fixture.visitor()
                        .data("{ match(id: \"%s\") { rated } }".formatted(match))
                        .at("/match/rated")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void areJudgedByWhatThePlayersPlayedBefore() {
        UUID carol = UUID.randomUUID();
        fixture.won(alice, bob);
        fixture.won(bob, alice);
        clock.pass(Duration.ofHours(2));
        fixture.won(List.of(alice, UUID.randomUUID()), List.of(carol, bob));
        fixture.won(List.of(alice, bob), MatchFixture.players(2));
        fixture.won(carol, bob);
        fixture.voidResult(fixture.won(alice, bob), "counts as played");
        fixture.abort(fixture.live(alice, bob), "SERVER_FAULT");

        Encounter encounter = encounters(alice, bob).getFirst();

        assertThat(encounter.inTheLastHour()).isEqualTo(3);
        assertThat(encounter.played()).isEqualTo(7);
        assertThat(encounter.lostToWinner()).isEqualTo(4);
        assertThat(Duration.between(encounter.playingSince(), clock.instant())).isGreaterThan(Duration.ofHours(2));
    }

    @Test
    void areNotJudgedByTheCareerOfAnOldPlayer() {
        fixture.won(bob, alice);
        clock.pass(Duration.ofDays(4));

        assertThat(encounters(alice, bob)).singleElement().satisfies(encounter -> {
            assertThat(encounter.played()).isEqualTo(1);
            assertThat(encounter.inTheLastHour()).isEqualTo(1);
        });
    }

    @Test
    void areJudgedForEachWinnerWithEachLoser() {
        List<UUID> players = MatchFixture.players(4);
        UUID match = fixture.live(players.subList(0, 2), players.subList(2, 4));

        assertThat(encounters(match, 21)).hasSize(4);
    }

    private List<Encounter> encounters(UUID winner, UUID loser) {
        return encounters(fixture.live(winner, loser), 11);
    }

    private List<Encounter> encounters(UUID running, int points) {
        Match match = matches.lock(running).orElseThrow();
        match.complete(Team.ONE, new Score(points, 3), FinishReason.SCORE, clock.instant());
        return evidence.of(match).encounters();
    }

    private static String counted(UUID player, int matches) {
        return "{\"id\":\"%s\",\"stats\":{\"played\":%d,\"wins\":%d,\"streak\":%d},\"rating\":{\"ratedMatches\":%d}}"
                .formatted(player, matches, matches, matches, matches);
    }

    private String headToHead() {
        return fixture.visitor()
                .data("{ headToHead(playerId: \"%s\", opponentId: \"%s\") { played wins } }".formatted(alice, bob))
                .get("headToHead")
                .toString();
    }

    private JsonNode confirm(UUID moderator, UUID match) {
        return mutate(fixture.withRoles(moderator, "player", "moderator"), "confirmMatch", match);
    }

    private JsonNode review(String arguments) {
        return fixture.moderator()
                .data("{ doubtfulMatches(%s) { nodes { id doubts } pageInfo { endCursor } } }".formatted(arguments))
                .get("doubtfulMatches");
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("nodes").forEach(node -> ids.add(node.get("id").asString()));
        return ids;
    }

    private int confirmations(UUID moderator) {
        return jdbc.sql("SELECT count(*) FROM match_review WHERE confirmed_by = :moderator")
                .params(Map.of("moderator", moderator))
                .query(Integer.class)
                .single();
    }
}
