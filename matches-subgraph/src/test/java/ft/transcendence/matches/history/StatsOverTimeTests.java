package ft.transcendence.matches.history;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.subgraph.testing.StatementCounter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Players' matches by day, week and month, for charts. */
@MatchesTest
class StatsOverTimeTests {

    private static final String FIELDS = "{ startsAt played wins losses pointsFor pointsAgainst rating }";

    @LocalServerPort
    private int port;

    @Autowired
    private MovableClock clock;

    @Autowired
    private StatementCounter statements;

    private MatchFixture fixture;
    private Instant monday;

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    /** Moves the clock to the morning of a Monday in the first half of a month. */
    @BeforeEach
    void waitForAMonday() {
        fixture = new MatchFixture(port);
        // the epoch was a Thursday; two Mondays in a row are not both late in a month
        Duration week = Duration.ofDays(7);
        long weeks = Duration.between(Instant.EPOCH.plus(Duration.ofDays(4)), clock.instant())
                .dividedBy(week);
        monday = Instant.EPOCH.plus(Duration.ofDays(4)).plus(week.multipliedBy(weeks + 1));
        while (!isInFirstHalfOfAMonth(monday)) {
            monday = monday.plus(week);
        }
        moveTo(monday.plus(Duration.ofHours(8)));
    }

    @Test
    void countMatchesOfADay() {
        fixture.won(alice, bob);
        fixture.won(bob, alice);
        fixture.won(alice, bob);
        JsonNode afterThree = rating(alice);
        moveTo(monday.plus(Duration.ofDays(2)));
        fixture.won(List.of(alice, UUID.randomUUID()), List.of(bob, UUID.randomUUID()));
        UUID taken = fixture.won(alice, bob);
        fixture.voidResult(taken, "played by a bot");
        fixture.won(bob, alice);

        List<JsonNode> days = stats(alice, "interval: DAY", monday, monday.plus(Duration.ofDays(7)));

        assertThat(days).hasSize(2);
        assertThat(counts(days.get(0))).isEqualTo(monday + " 3 2 1 27 21");
        assertThat(counts(days.get(1))).isEqualTo(monday.plus(Duration.ofDays(2)) + " 1 0 1 5 11");
        assertThat(days.get(0).get("rating")).isEqualTo(afterThree);
        assertThat(days.get(1).get("rating")).isEqualTo(rating(alice));
    }

    @Test
    void countMatchesOfAWeekAndOfAMonth() {
        fixture.won(alice, bob);
        moveTo(monday.plus(Duration.ofDays(6)));
        fixture.won(alice, bob);
        moveTo(monday.plus(Duration.ofDays(7)));
        fixture.won(alice, bob);

        Instant end = monday.plus(Duration.ofDays(8));
        assertThat(stats(alice, "interval: WEEK", monday, end).stream().map(StatsOverTimeTests::counts))
                .containsExactly(monday + " 2 2 0 22 10", monday.plus(Duration.ofDays(7)) + " 1 1 0 11 5");
        assertThat(stats(bob, "interval: MONTH", monday, end))
                .singleElement()
                .satisfies(month -> assertThat(month.get("losses").asInt()).isEqualTo(3));
    }

    @Test
    void countMatchesOfAMode() {
        fixture.won(List.of(alice, UUID.randomUUID()), List.of(bob, UUID.randomUUID()));

        Instant end = monday.plus(Duration.ofDays(1));
        assertThat(stats(alice, "interval: DAY", monday, end)).isEmpty();
        assertThat(stats(alice, "mode: TWO_VS_TWO, interval: DAY", monday, end).stream()
                        .map(StatsOverTimeTests::counts))
                .containsExactly(monday + " 1 1 0 21 5");
    }

    @Test
    void areCutOffAtBothEnds() {
        fixture.won(alice, bob);
        JsonNode first = rating(alice);
        Instant between = clock.instant().plus(Duration.ofHours(1));
        moveTo(between.plus(Duration.ofHours(1)));
        fixture.won(alice, bob);

        Instant end = monday.plus(Duration.ofDays(1));
        assertThat(stats(alice, "interval: MONTH", monday, between))
                .singleElement()
                .satisfies(month -> {
                    assertThat(month.get("played").asInt()).isEqualTo(1);
                    assertThat(month.get("rating")).isEqualTo(first);
                });
        assertThat(stats(alice, "interval: MONTH", between, end))
                .singleElement()
                .satisfies(month -> {
                    assertThat(month.get("played").asInt()).isEqualTo(1);
                    assertThat(month.get("rating")).isEqualTo(rating(alice));
                });
    }

    @Test
    void haveALimit() {
        assertThat(stats(alice, "interval: DAY", monday, monday.plus(Duration.ofDays(199))))
                .isEmpty();
        assertThat(stats(alice, "interval: WEEK", monday, monday.plus(Duration.ofDays(1399))))
                .isEmpty();
        for (String range : List.of(
                range("interval: DAY", monday, monday.plus(Duration.ofDays(201))),
                range("interval: WEEK", monday, monday.plus(Duration.ofDays(1401))),
                range("interval: MONTH", monday, monday.plus(Duration.ofDays(30 * 201L))),
                range("interval: DAY", monday, monday))) {
            assertThat(fixture.visitor()
                            .errorCode(
                                    MatchFixture.entities("statsOverTime(%s) %s".formatted(range, FIELDS)),
                                    Map.of("representations", MatchFixture.representations(List.of(alice)))))
                    .isEqualTo("BAD_USER_INPUT");
        }
    }

    @Test
    void needOneStatementForOnePlayerAndForMany() {
        fixture.won(alice, bob);
        String fields = "statsOverTime(%s) %s"
                .formatted(range("interval: DAY", monday, monday.plus(Duration.ofDays(1))), FIELDS);

        assertThat(statements.during(() -> fixture.users(List.of(alice), fields)))
                .hasSize(1);
        assertThat(statements.during(() -> fixture.users(List.of(alice, bob), fields)))
                .hasSize(1);
    }

    private static boolean isInFirstHalfOfAMonth(Instant day) {
        return day.truncatedTo(ChronoUnit.DAYS).toString().matches("\\d+-\\d+-(0[1-9]|1[0-5])T.*");
    }

    private JsonNode rating(UUID player) {
        return fixture.user(player, "rating { value }").at("/rating/value");
    }

    private void moveTo(Instant moment) {
        clock.pass(Duration.between(clock.instant(), moment));
    }

    private List<JsonNode> stats(UUID player, String arguments, Instant from, Instant to) {
        return fixture.user(player, "statsOverTime(%s) %s".formatted(range(arguments, from, to), FIELDS))
                .get("statsOverTime")
                .valueStream()
                .toList();
    }

    private static String range(String arguments, Instant from, Instant to) {
        return "%s, since: \"%s\", before: \"%s\"".formatted(arguments, from, to);
    }

    private static String counts(JsonNode bucket) {
        return "%s %d %d %d %d %d"
                .formatted(
                        bucket.get("startsAt").asString(),
                        bucket.get("played").asInt(),
                        bucket.get("wins").asInt(),
                        bucket.get("losses").asInt(),
                        bucket.get("pointsFor").asInt(),
                        bucket.get("pointsAgainst").asInt());
    }
}
