package ft.transcendence.matches.live;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.subgraph.testing.TestEventStream;
import ft.transcendence.subgraph.testing.TestIdentity;
import ft.transcendence.subgraph.testing.TestTopic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Subscriptions to matches. */
@MatchesTest
class LiveTests {

    private static final String FIELDS =
            "{ status score { teamOne } players { user { id } outcome ratingChange { points } } }";

    @LocalServerPort
    private int port;

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
    void streamsAMatchUntilItEnds() {
        UUID match = fixture.live(alice, bob);
        try (TestEventStream updates = watch(token(UUID.randomUUID()), match)) {
            JsonNode first = updates.next();
            assertThat(first.at("/data/matchUpdated/status").asString()).isEqualTo("LIVE");
            assertThat(first.at("/data/matchUpdated/players/0/ratingChange").isNull())
                    .isTrue();

            fixture.report(match, 1, 0);
            assertThat(nextWith(updates, 1).at("/data/matchUpdated/status").asString())
                    .isEqualTo("LIVE");

            fixture.finish("live " + match, match, "ONE", 11, 0);
            JsonNode last = nextWith(updates, 11);
            assertThat(last.at("/data/matchUpdated/status").asString()).isEqualTo("COMPLETED");
            assertThat(last.at("/data/matchUpdated/players/0/outcome").asString())
                    .isEqualTo("WIN");
            assertThat(last.at("/data/matchUpdated/players/0/ratingChange/points")
                            .asDouble())
                    .isPositive();
            updates.awaitEnd();
        }
    }

    @Test
    void streamsThePlayersOpenMatchAndThenEveryChangeOfTheirMatches() {
        UUID open = fixture.live(alice, bob);
        fixture.report(open, 4, 2);
        try (TestEventStream mine = TestEventStream.open(
                port, token(alice), "subscription { myMatches { id status score { teamOne } } }")) {
            JsonNode first = mine.next().at("/data/myMatches");
            assertThat(first.toString())
                    .isEqualTo("{\"id\":\"%s\",\"status\":\"LIVE\",\"score\":{\"teamOne\":4}}".formatted(open));

            fixture.live(MatchFixture.players(1), MatchFixture.players(1));
            fixture.finish("mine " + open, open, "ONE", 11, 2);
            assertThat(mine.next().at("/data/myMatches/status").asString()).isEqualTo("COMPLETED");

            UUID next = UUID.fromString(
                    fixture.create(List.of(bob), List.of(alice)).at("/match/id").asString());
            assertThat(mine.next().at("/data/myMatches").toString())
                    .isEqualTo("{\"id\":\"%s\",\"status\":\"CREATED\",\"score\":{\"teamOne\":0}}".formatted(next));
        }
    }

    @Test
    void streamsTheListOfMatchesBeingPlayed() {
        UUID match = fixture.live(alice, bob);
        try (TestEventStream list = TestEventStream.open(
                port,
                token(UUID.randomUUID()),
                "subscription { liveMatchesUpdated { id status score { teamOne } } }")) {
            assertThat(nextOf(list, match).get("status").asString()).isEqualTo("LIVE");

            UUID next = fixture.live(MatchFixture.players(1), MatchFixture.players(1));
            assertThat(nextOf(list, next).get("status").asString()).isEqualTo("LIVE");

            fixture.finish("list " + match, match, "ONE", 11, 2);
            JsonNode last = nextOf(list, match);
            assertThat(last.get("status").asString()).isEqualTo("COMPLETED");
            assertThat(last.at("/score/teamOne").asInt()).isEqualTo(11);
        }
    }

    private static JsonNode nextOf(TestEventStream list, UUID match) {
        JsonNode next = list.next().at("/data/liveMatchesUpdated");
        while (!next.get("id").asString().equals(match.toString())) {
            next = list.next().at("/data/liveMatchesUpdated");
        }
        return next;
    }

    @Test
    void showsModeratorsWhoVoidedAResult() {
        UUID match = fixture.won(alice, bob);
        UUID moderator = UUID.randomUUID();
        fixture.voidResult(moderator, match, "Played by a bot");
        String document = "subscription { matchUpdated(matchId: \"%s\") { voidedBy { id } } }".formatted(match);
        Date expiry = Date.from(clock.instant().plus(Duration.ofMinutes(5)));
        String moderators = TestIdentity.instance()
                .token(UUID.randomUUID(), "moderator", claims -> claims.expirationTime(expiry)
                        .claim("realm_access", Map.of("roles", List.of("player", "moderator"))));

        try (TestEventStream updates = TestEventStream.open(port, moderators, document)) {
            assertThat(updates.next().at("/data/matchUpdated/voidedBy/id").asString())
                    .isEqualTo(moderator.toString());
        }
        try (TestEventStream updates = TestEventStream.open(port, token(alice), document)) {
            assertThat(updates.next().at("/errors/0/extensions/code").asString())
                    .isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void endsWithTheAccessToken() {
        UUID match = fixture.live(alice, bob);
        try (TestEventStream updates = watch(token(alice, Duration.ofSeconds(2)), match)) {
            updates.next();
            updates.awaitEnd();
        }
    }

    @Test
    void endsAtOnceWithATokenThatHasJustExpired() {
        String expiresSoon = TestIdentity.instance().player(alice, "alice");
        clock.pass(Duration.ofMinutes(6));
        try (TestEventStream mine = TestEventStream.open(port, expiresSoon, "subscription { myMatches { id } }")) {
            mine.awaitEnd();
        }
    }

    @Test
    void limitsTheStreamsOfAPlayer() {
        UUID match = fixture.live(alice, bob);
        String caller = token(UUID.randomUUID());
        List<TestEventStream> open = new ArrayList<>();
        try {
            for (int number = 0; number < 20; number++) {
                TestEventStream updates = watch(caller, match);
                open.add(updates);
                assertThat(updates.next().at("/data/matchUpdated/status").asString())
                        .isEqualTo("LIVE");
            }
            try (TestEventStream rejected = watch(caller, match)) {
                assertThat(rejected.next().at("/errors/0/extensions/code").asString())
                        .isEqualTo("TOO_MANY_STREAMS");
            }
            try (TestEventStream another = watch(token(alice), match)) {
                assertThat(another.next().at("/data/matchUpdated/status").asString())
                        .isEqualTo("LIVE");
            }
        } finally {
            open.forEach(TestEventStream::close);
        }
    }

    @Test
    void returnsNullForUnknownIds() {
        try (TestEventStream updates = watch(token(alice), UUID.randomUUID())) {
            assertThat(updates.next().at("/errors/0/extensions/code").asString())
                    .isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void rejectsStreamsWithoutALogin() {
        try (TestEventStream updates =
                TestEventStream.open(port, TestIdentity.instance().gameServer(), "subscription { myMatches { id } }")) {
            assertThat(updates.next().toString()).contains("FORBIDDEN");
        }
    }

    @Test
    void publishesEveryChange() {
        UUID match = fixture.live(alice, bob);

        List<String> updates = TestTopic.named("match-updates").ofKey(match.toString(), 2).stream()
                .map(update -> new String(update.value(), StandardCharsets.UTF_8))
                .toList();
        String expected = "{\"matchId\":\"%s\",\"status\":\"%s\",\"players\":[\"%s\",\"%s\"]}";
        assertThat(updates)
                .containsExactlyInAnyOrder(
                        expected.formatted(match, "CREATED", alice, bob),
                        expected.formatted(match, "LIVE", alice, bob));
    }

    private TestEventStream watch(String token, UUID match) {
        return TestEventStream.open(
                port, token, "subscription { matchUpdated(matchId: \"%s\") %s }".formatted(match, FIELDS));
    }

    private static JsonNode nextWith(TestEventStream updates, int points) {
        JsonNode next = updates.next();
        while (next.at("/data/matchUpdated/score/teamOne").asInt() < points) {
            next = updates.next();
        }
        return next;
    }

    private String token(UUID player) {
        return token(player, Duration.ofMinutes(5));
    }

    /** A token that expires after this duration, by the application's clock, which other tests move. */
    private String token(UUID player, Duration lifetime) {
        Date expiry = Date.from(clock.instant().plus(lifetime));
        return TestIdentity.instance().token(player, "player", claims -> claims.expirationTime(expiry));
    }
}
