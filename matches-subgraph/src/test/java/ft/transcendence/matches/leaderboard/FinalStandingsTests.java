package ft.transcendence.matches.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.matches.player.PlayerErased;
import ft.transcendence.matches.rating.Ladder;
import ft.transcendence.matches.season.Season;
import ft.transcendence.matches.season.Seasons;
import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.matches.testing.ProfileSeeder;
import ft.transcendence.subgraph.testing.StatementCounter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Seasons that end. Each test has one, and uses ratings higher than those of any other test's players. */
@MatchesTest
class FinalStandingsTests {

    /** A deviation by which the changes of these tests are recognized. */
    private static final double MARK = 90.125;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Seasons seasons;

    @Autowired
    private SeasonSchedule schedule;

    @Autowired
    private FinalStandings standings;

    @Autowired
    private StatementCounter statements;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    private MatchFixture fixture;
    private Season season;

    private final List<UUID> players = MatchFixture.players(4);
    private final UUID best = players.get(0);
    private final UUID second = players.get(1);
    private final UUID alsoSecond = players.get(2);
    private final UUID fourth = players.get(3);

    @BeforeEach
    void play() {
        fixture = new MatchFixture(port);
        ProfileSeeder.of(players);
        clock.pass(Duration.between(clock.instant(), seasons.current().endsAt()));
        schedule.archive();
        season = seasons.current();
        Instant end = season.endsAt();
        change(best, 6000, end.minus(Duration.ofDays(9)), end);
        change(best, 9000, end.minus(Duration.ofDays(1)), end);
        change(second, 8000, end.minus(Duration.ofDays(1)), end);
        change(alsoSecond, 8000, end.minus(Duration.ofDays(1)), end);
        change(fourth, 7000, end.minusNanos(1000), end);
    }

    @AfterEach
    void clear() {
        jdbc.sql("DELETE FROM rating_change WHERE before_deviation = :mark")
                .param("mark", MARK)
                .update();
    }

    @Test
    void rankWhoWasRankedAtTheEnd() {
        UUID uncertain = UUID.randomUUID();
        change(
                uncertain,
                9500,
                season.endsAt().minus(Duration.ofDays(9)),
                season.endsAt().minus(Duration.ofDays(2)));
        UUID idle = UUID.randomUUID();
        change(idle, 9500, season.startsAt().minus(Duration.ofDays(1)), season.endsAt());
        change(best, 100, season.endsAt(), season.endsAt().plus(Duration.ofDays(30)));

        end();

        assertThat(ranking("first: 1")).containsExactly("1 " + best);
        assertThat(ranking("first: 3").subList(1, 3)).containsExactlyInAnyOrder("2 " + second, "2 " + alsoSecond);
        assertThat(ranking("first: 4")).last().isEqualTo("4 " + fourth);
    }

    @Test
    void haveStablePages() {
        end();
        JsonNode first = page("first: 2");
        change(UUID.randomUUID(), 9999, clock.instant(), clock.instant());

        assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        String after = first.at("/pageInfo/endCursor").asString();
        assertThat(ranking("first: 2, after: \"%s\"".formatted(after)))
                .hasSize(2)
                .last()
                .isEqualTo("4 " + fourth);
        assertThat(page("first: 1").at("/nodes/0/value").asDouble()).isEqualTo(9000);
    }

    @Test
    void belongToAMode() {
        end();

        assertThat(ranking("mode: TWO_VS_TWO")).isEmpty();
        assertThat(fixture.user(best, "seasons(mode: TWO_VS_TWO) { rank }").get("seasons"))
                .isEmpty();
    }

    @Test
    void areEmptyBeforeTheSeasonIsArchived() {
        clock.pass(Duration.between(clock.instant(), season.endsAt()));

        assertThat(ranking("first: 4")).isEmpty();
        assertThat(newestSeasons(2)).containsExactly((season.number() + 1) + " open", season.number() + " open");

        end();
        assertThat(newestSeasons(2)).containsExactly((season.number() + 1) + " open", season.number() + " archived");
        assertThat(fixture.visitor()
                        .data("{ currentSeason { number archived } }")
                        .get("currentSeason")
                        .toString())
                .isEqualTo("{\"number\":%d,\"archived\":false}".formatted(season.number() + 1));
    }

    @Test
    void areAPlayersPlaces() {
        end();

        JsonNode place = fixture.user(second, "seasons { season { number archived } rank players rating }")
                .at("/seasons/0");

        assertThat(place.at("/season/number").asInt()).isEqualTo(season.number());
        assertThat(place.at("/season/archived").asBoolean()).isTrue();
        assertThat(place.get("rank").asInt()).isEqualTo(2);
        assertThat(place.get("players").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(place.get("rating").asDouble()).isEqualTo(8000);
        statements.take();
        fixture.users(List.of(second), "seasons { rank season { endsAt } }");
        assertThat(statements.take()).hasSize(1);
        fixture.users(players, "seasons { rank season { endsAt } }");
        assertThat(statements.take()).hasSize(1);
    }

    @Test
    void areReadWithTheirPlayersInTwoStatements() {
        end();
        statements.take();

        ranking("first: 4");

        assertThat(statements.take()).hasSize(2);
    }

    @Test
    void areStoredOnce() {
        end();
        change(best, 50, season.startsAt().plus(Duration.ofDays(2)), season.endsAt());
        end();

        assertThat(ranking("first: 1")).containsExactly("1 " + best);
    }

    @Test
    void areStoredByOneOfSeveralInstances() {
        passTheEnd();
        List<CompletableFuture<Void>> instances = new ArrayList<>();
        for (int instance = 0; instance < 4; instance++) {
            instances.add(CompletableFuture.runAsync(schedule::archive));
        }
        instances.forEach(CompletableFuture::join);

        assertThat(ranking("first: 4")).hasSize(4).last().isEqualTo("4 " + fourth);
    }

    @Test
    void areStoredCompletelyAfterAnInterruption() {
        passTheEnd();
        assertThatThrownBy(() -> seasons.archiveNext(ended -> {
                    standings.store(ended);
                    throw new IllegalStateException("the instance dies");
                }))
                .hasMessage("the instance dies");
        assertThat(ranking("first: 4")).isEmpty();

        schedule.archive();

        assertThat(ranking("first: 4")).hasSize(4);
    }

    @Test
    void forgetErasedPlayers() {
        end();
        erase(second);
        assertThat(ranking("first: 3").subList(1, 3)).containsExactly("2 " + alsoSecond, "4 " + fourth);
        assertThat(fixture.user(second, "seasons { rank }").get("seasons")).isEmpty();
    }

    @Test
    void areWithoutPlayersWhoWereErasedBefore() {
        erase(best);
        end();

        assertThat(ranking("first: 3")).contains("1 " + second, "1 " + alsoSecond, "3 " + fourth);
    }

    @Test
    void existOnlyForSeasonsThatHaveBegun() {
        for (int number : List.of(0, -1, season.number() + 1)) {
            assertThat(fixture.visitor().errorCode("{ leaderboard(season: %d) { nodes { rank } } }".formatted(number)))
                    .isEqualTo("BAD_USER_INPUT");
        }
        assertThat(fixture.visitor().errorCode("{ seasons(first: 101) { number } }"))
                .isEqualTo("BAD_USER_INPUT");
    }

    private void passTheEnd() {
        Duration untilEnd = Duration.between(clock.instant(), season.endsAt());
        clock.pass(untilEnd.isNegative() ? Duration.ZERO : untilEnd);
        clock.pass(Duration.ofMinutes(1));
    }

    private void end() {
        passTheEnd();
        schedule.archive();
    }

    private void erase(UUID player) {
        transactions.executeWithoutResult(status -> events.publishEvent(new PlayerErased(player)));
    }

    private JsonNode page(String arguments) {
        return fixture.visitor()
                .data(
                        "{ leaderboard(season: %d, %s) { nodes { rank value user { id } } pageInfo { hasNextPage endCursor } } }"
                                .formatted(season.number(), arguments))
                .get("leaderboard");
    }

    private List<String> ranking(String arguments) {
        return page(arguments)
                .get("nodes")
                .valueStream()
                .map(entry ->
                        entry.get("rank").asInt() + " " + entry.at("/user/id").asString())
                .toList();
    }

    private List<String> newestSeasons(int first) {
        return fixture.visitor()
                .data("{ seasons(first: %d) { number archived } }".formatted(first))
                .get("seasons")
                .valueStream()
                .map(each -> each.get("number").asInt() + (each.get("archived").asBoolean() ? " archived" : " open"))
                .toList();
    }

    /** Stores a change of a rating as the ledger does, without the match. */
    private void change(UUID player, double value, Instant at, Instant certainUntil) {
        jdbc.sql("""
                        INSERT INTO rating_change (match_id, user_id, mode, kind, sequence, won, occurred_at, before_value,
                            before_deviation, before_volatility, before_matches, after_value, after_deviation, after_volatility,
                            after_matches, after_rated_at, after_certain_until)
                        VALUES (gen_random_uuid(), :player, :mode, 'RESULT', nextval('rating_change_sequence'), true, :at, 1500,
                            :mark, 0.06, 20, :value, 80, 0.06, 21, :at, :until)
                        """)
                .param("player", player)
                .param("mark", MARK)
                .param("mode", Ladder.ONE_VS_ONE.name())
                .param("value", value)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("until", certainUntil.atOffset(ZoneOffset.UTC))
                .update();
    }
}
