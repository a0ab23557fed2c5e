package ft.transcendence.matches.rating;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.subgraph.testing.StatementCounter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** How ratings developed, for charts. */
@MatchesTest
class RatingHistoryTests {

    @LocalServerPort
    private int port;

    @Autowired
    private MovableClock clock;

    @Autowired
    private StatementCounter statements;

    private MatchFixture fixture;

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @BeforeEach
    void enter() {
        fixture = new MatchFixture(port);
    }

    @Test
    void hasEveryChangeIfThereAreFew() {
        fixture.won(alice, bob);
        clock.pass(Duration.ofHours(1));
        UUID match = fixture.won(alice, bob);
        clock.pass(Duration.ofHours(1));
        fixture.voidResult(match, "played by a bot");
        clock.pass(Duration.ofHours(1));

        JsonNode user = fixture.user(alice, "rating { value } ratingHistory(points: 200) { at value ratedMatches }");

        List<JsonNode> history = new ArrayList<>();
        user.get("ratingHistory").forEach(history::add);
        assertThat(history)
                .extracting(point -> point.get("ratedMatches").asInt())
                .containsExactly(1, 2, 1);
        assertThat(history).extracting(point -> point.get("value").asDouble()).satisfies(values -> {
            assertThat(values.get(1)).isGreaterThan(values.get(0));
            assertThat(values.get(2)).isEqualTo(values.get(0));
        });
        assertThat(history.getLast().get("value")).isEqualTo(user.at("/rating/value"));
        assertThat(history)
                .extracting(point -> Instant.parse(point.get("at").asString()))
                .isSorted();
    }

    @Test
    void hasTheLastChangeOfEachPieceOfTime() {
        for (int day = 0; day < 4; day++) {
            clock.pass(Duration.ofHours(12));
            fixture.won(alice, bob);
            fixture.won(alice, bob);
            fixture.won(alice, bob);
            clock.pass(Duration.ofHours(12));
        }

        assertThat(ratedMatches("points: 4")).containsExactly(3, 6, 9, 12);
        assertThat(ratedMatches("points: 2")).containsExactly(6, 12);
        assertThat(ratedMatches("points: 1")).containsExactly(12);
    }

    @Test
    void canBeginLater() {
        fixture.won(alice, bob);
        clock.pass(Duration.ofDays(1));
        Instant since = clock.instant();
        fixture.won(alice, bob);

        assertThat(ratedMatches("since: \"%s\"".formatted(since))).containsExactly(2);
        assertThat(ratedMatches("since: \"%s\"".formatted(since.plus(Duration.ofDays(1)))))
                .isEmpty();
        assertThat(ratedMatches("since: \"%s\"".formatted(since.minus(Duration.ofDays(30)))))
                .containsExactly(1, 2);
    }

    @Test
    void isEmptyForAPlayerWithoutMatches() {
        assertThat(ratedMatches("points: 10")).isEmpty();
    }

    @Test
    void hasALimit() {
        for (int points : List.of(0, 201, -1)) {
            assertThat(fixture.visitor()
                            .errorCode(
                                    MatchFixture.entities("ratingHistory(points: %d) { value }".formatted(points)),
                                    Map.of("representations", MatchFixture.representations(List.of(alice)))))
                    .isEqualTo("BAD_USER_INPUT");
        }
    }

    @Test
    void needsOneStatementForOnePlayerAndForMany() {
        fixture.won(alice, bob);
        String fields = "ratingHistory { value }";

        assertThat(statements.during(() -> fixture.users(List.of(alice), fields)))
                .hasSize(1);
        assertThat(statements.during(() -> fixture.users(List.of(alice, bob), fields)))
                .hasSize(1);
    }

    private List<Integer> ratedMatches(String arguments) {
        List<Integer> counts = new ArrayList<>();
        fixture.user(alice, "ratingHistory(%s) { ratedMatches }".formatted(arguments))
                .get("ratingHistory")
                .forEach(point -> counts.add(point.get("ratedMatches").asInt()));
        return counts;
    }
}
