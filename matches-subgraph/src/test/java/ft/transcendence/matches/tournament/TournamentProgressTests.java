package ft.transcendence.matches.tournament;

import static ft.transcendence.matches.tournament.TournamentFixture.player;
import static ft.transcendence.matches.tournament.TournamentFixture.players;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.player.PlayerErased;
import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.matches.testing.ServerFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Running tournaments, which the ends of their matches drive. {@link DrawTests} has the rules. */
@MatchesTest
class TournamentProgressTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TournamentSchedule schedule;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ServerFixture servers;

    @Autowired
    private JdbcClient jdbc;

    private MatchFixture fixture;
    private TournamentFixture tournaments;
    private List<UUID> players;

    @BeforeEach
    void enter() {
        clock.reset();
        fixture = new MatchFixture(port);
        tournaments = new TournamentFixture(fixture, schedule, jdbc);
        players = players(4);
    }

    /** Other tests count on few open matches. */
    @AfterEach
    void endOpenMatches() {
        servers.clear();
    }

    @Test
    void playsUntilEverybodyHasAPlace() {
        UUID tournament = tournaments.started("SINGLE_ELIMINATION", players);
        assertThat(tournaments.round(tournament, 1)).containsExactly("1-4 PLAYING", "2-3 PLAYING");

        tournaments.win(tournament, 1, 0, 4);
        schedule.advance();
        assertThat(tournaments.round(tournament, 2)).containsExactly("4- PENDING");
        tournaments.win(tournament, 1, 1, 2);
        assertThat(tournaments.round(tournament, 2)).containsExactly("4-2 WAITING");
        schedule.advance();
        tournaments.win(tournament, 2, 0, 4);

        assertThat(tournaments.status(tournament)).isEqualTo("FINISHED");
        assertThat(tournaments.standings(tournament)).containsExactly(4, 2, 1, 3);
        assertThat(fixture.player(players.get(1))
                        .data("{ tournament(id: \"" + tournament + "\") { myEntry { standing } } }")
                        .at("/tournament/myEntry/standing")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void whoIsThereGoesOn() {
        UUID tournament = tournaments.started("SINGLE_ELIMINATION", players);
        tournaments.abort(tournament, 1, 0, List.of(players.get(0)));
        UUID left = tournaments.match(tournament, 1, 1);
        MatchFixture.mutate(fixture.player(players.get(2)), "forfeitMatch", left);

        assertThat(tournaments.round(tournament, 1)).containsExactly("1-4 WALKOVER 4", "2-3 WALKOVER 2");
        assertThat(tournaments.round(tournament, 2)).containsExactly("4-2 WAITING");
    }

    @Test
    void namesPlayersOfTheMatchAsAbsentOnly() {
        UUID match = fixture.live(player(), player());

        assertThat(MatchFixture.rejection(MatchFixture.mutate(
                        fixture.gameServer(),
                        "abortMatch",
                        "AbortMatchInput",
                        Map.of("matchId", match, "absent", List.of(player())))))
                .isEqualTo("NOT_A_PLAYER");
    }

    @Test
    void repeatsMatchesAfterFaultsAndVoidedResults() {
        UUID tournament = tournaments.started("SINGLE_ELIMINATION", players);
        UUID first = tournaments.match(tournament, 1, 0);
        tournaments.abort(tournament, 1, 0, List.of());
        assertThat(tournaments.round(tournament, 1)).first().isEqualTo("1-4 WAITING");
        schedule.advance();
        assertThat(tournaments.match(tournament, 1, 0)).isNotEqualTo(first);

        tournaments.win(tournament, 1, 0, 1);
        fixture.voidResult(tournaments.match(tournament, 1, 0), "cheated");
        assertThat(tournaments.round(tournament, 1)).first().isEqualTo("1-4 WAITING");

        schedule.advance();
        tournaments.win(tournament, 1, 0, 4);
        tournaments.win(tournament, 1, 1, 2);
        fixture.voidResult(tournaments.match(tournament, 1, 0), "too late");
        assertThat(tournaments.round(tournament, 1)).containsExactly("1-4 RESULT 4", "2-3 RESULT 2");
    }

    @Test
    void waitsForABusyPlayerForAWhile() {
        UUID elsewhere = fixture.live(players.get(3), player());
        UUID tournament = tournaments.started("SINGLE_ELIMINATION", players);
        assertThat(tournaments.round(tournament, 1)).containsExactly("1-4 WAITING", "2-3 PLAYING");

        clock.pass(Duration.ofMinutes(10));
        schedule.advance();
        assertThat(tournaments.round(tournament, 1)).first().isEqualTo("1-4 WAITING");
        clock.pass(Duration.ofMinutes(6));
        schedule.advance();
        assertThat(tournaments.round(tournament, 1)).first().isEqualTo("1-4 WALKOVER 1");
        fixture.abort(elsewhere, "TIMEOUT");
    }

    @Test
    void playsWhenTheOtherMatchIsOver() {
        UUID elsewhere = fixture.live(players.get(3), player());
        UUID tournament = tournaments.started("ROUND_ROBIN", players);
        fixture.abort(elsewhere, "TIMEOUT");
        schedule.advance();

        assertThat(tournaments.round(tournament, 1)).containsExactly("1-4 PLAYING", "2-3 PLAYING");
    }

    @Test
    void whoLeavesLosesTheRest() {
        UUID tournament = tournaments.started("ROUND_ROBIN", players);
        tournaments.change(players.get(0), "leaveTournament", tournament);
        tournaments.change(players.get(0), "leaveTournament", tournament);
        transactions.executeWithoutResult(status -> events.publishEvent(new PlayerErased(players.get(1))));
        assertThat(tournaments.round(tournament, 1))
                .as("open matches go on")
                .containsExactly("1-4 PLAYING", "2-3 PLAYING");
        tournaments.win(tournament, 1, 0, 1);
        tournaments.abort(tournament, 1, 1, List.of());

        assertThat(tournaments.round(tournament, 1)).containsExactly("1-4 RESULT 1", "2-3 WALKOVER 3");
        assertThat(tournaments.round(tournament, 2)).containsExactly("1-3 WALKOVER 3", "2-4 WALKOVER 4");
        assertThat(tournaments.round(tournament, 3)).containsExactly("1-2 NOBODY", "3-4 WAITING");
        schedule.advance();
        tournaments.win(tournament, 3, 1, 4);
        assertThat(tournaments.standings(tournament)).containsExactly(4, 3, 1, 2);
    }

    @Test
    void endsAtOnceIfEverybodyLeaves() {
        UUID tournament = tournaments.started("SINGLE_ELIMINATION", players);
        players.forEach(player -> tournaments.change(player, "leaveTournament", tournament));
        tournaments.abort(tournament, 1, 0, List.of());
        tournaments.abort(tournament, 1, 1, List.of());

        assertThat(tournaments.status(tournament)).isEqualTo("FINISHED");
        assertThat(tournaments.standings(tournament)).containsExactly(1, 2, 3, 4);
    }

    /** As several instances do, and clients whose requests arrive together. */
    @Test
    void makesEachMatchOnceWhoeverIsFaster() throws Exception {
        UUID tournament = tournaments.started("SINGLE_ELIMINATION", players);
        atOnce(
                () -> {
                    tournaments.win(tournament, 1, 0, 1);
                    return true;
                },
                () -> {
                    tournaments.win(tournament, 1, 1, 2);
                    return true;
                });
        Callable<Boolean> instance = () -> {
            schedule.advance();
            return true;
        };
        atOnce(instance, instance, instance);

        assertThat(tournaments.round(tournament, 2)).containsExactly("1-2 PLAYING");
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM match WHERE id IN (SELECT match_id FROM match_player WHERE user_id = ?)")
                        .param(players.get(0))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void admitsNoMoreThanItHasPlaces() throws Exception {
        UUID tournament = tournaments.created(player(), "maxPlayers: 3");
        List<Callable<Boolean>> joins = new ArrayList<>();
        players(6)
                .forEach(player -> joins.add(() -> tournaments
                        .change(player, "joinTournament", tournament)
                        .get("errors")
                        .isEmpty()));

        assertThat(atOnce(joins).stream().filter(joined -> joined)).hasSize(3);
    }

    @SafeVarargs
    private static void atOnce(Callable<Boolean>... requests) throws Exception {
        atOnce(List.of(requests));
    }

    private static List<Boolean> atOnce(List<Callable<Boolean>> requests) throws Exception {
        List<Boolean> outcomes = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(requests.size())) {
            for (Future<Boolean> outcome : callers.invokeAll(requests)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }
}
