package ft.transcendence.matches.tournament;

import static ft.transcendence.matches.tournament.TournamentFixture.outcome;
import static ft.transcendence.matches.tournament.TournamentFixture.player;
import static ft.transcendence.matches.tournament.TournamentFixture.players;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.block.PlayerBlocked;
import ft.transcendence.matches.player.PlayerErased;
import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.matches.testing.ServerFixture;
import ft.transcendence.subgraph.testing.StatementCounter;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Tournaments until they start: who can create them, join them and see them. */
@MatchesTest
class TournamentRegistrationTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TournamentSchedule schedule;

    @Autowired
    private MovableClock clock;

    @Autowired
    private StatementCounter statements;

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
    private UUID ada;

    @BeforeEach
    void enter() {
        clock.reset();
        fixture = new MatchFixture(port);
        tournaments = new TournamentFixture(fixture, schedule, jdbc);
        ada = player();
    }

    /** Other tests count on few open matches. */
    @AfterEach
    void endOpenMatches() {
        servers.clear();
    }

    @Test
    void startsWithThoseWhoJoined() {
        UUID tournament = tournaments.created(ada, "maxPlayers: 4");
        List<UUID> players = players(4);
        players.subList(0, 2).forEach(player -> tournaments.change(player, "joinTournament", tournament));
        assertThat(outcome(tournaments.change(ada, "startTournament", tournament)))
                .isEqualTo("TOO_FEW_ENTRANTS");
        players.subList(2, 4).forEach(player -> tournaments.change(player, "joinTournament", tournament));
        assertThat(outcome(tournaments.change(ada, "joinTournament", tournament)))
                .isEqualTo("TOURNAMENT_FULL");
        assertThat(outcome(tournaments.change(players.get(0), "startTournament", tournament)))
                .isEqualTo("NOT_ORGANIZER");

        assertThat(outcome(tournaments.change(ada, "startTournament", tournament)))
                .isEqualTo("RUNNING");
        assertThat(outcome(tournaments.change(ada, "joinTournament", tournament)))
                .isEqualTo("TOURNAMENT_CLOSED");
        assertThat(tournaments.round(tournament, 1)).containsExactly("1-4 WAITING", "2-3 WAITING");
    }

    @Test
    void seedsByRating() {
        List<UUID> players = players(3);
        fixture.won(players.get(2), player());
        fixture.won(player(), players.get(0));
        UUID tournament = tournaments.started("ROUND_ROBIN", players);

        assertThat(fixture.visitor()
                        .data("{ tournament(id: \"" + tournament + "\") { entrants { user { id } } } }")
                        .findValuesAsString("id"))
                .containsExactly(
                        players.get(2).toString(),
                        players.get(1).toString(),
                        players.get(0).toString());
    }

    @Test
    void admitsInvitedPlayersOnly() {
        UUID bob = player();
        UUID tournament = tournaments.created(ada, "access: INVITATION");
        assertThat(outcome(tournaments.change(bob, "joinTournament", tournament)))
                .isEqualTo("NOT_INVITED");
        assertThat(outcome(tournaments.invite(bob, tournament, bob))).isEqualTo("NOT_ORGANIZER");

        assertThat(outcome(tournaments.invite(ada, tournament, bob))).isEqualTo("OPEN");
        assertThat(partOf(bob, tournament)).isEqualTo("INVITED");
        assertThat(mine(bob)).containsExactly(tournament.toString());
        assertThat(invited(ada, tournament)).containsExactly(bob.toString());
        assertThat(invited(bob, tournament)).as("shown to the organizer only").isEmpty();

        tournaments.change(bob, "leaveTournament", tournament);
        assertThat(partOf(bob, tournament)).isEqualTo("DECLINED");
        tournaments.invite(ada, tournament, bob);
        assertThat(partOf(bob, tournament)).as("who declines is left alone").isEqualTo("DECLINED");
        assertThat(mine(bob)).isEmpty();

        tournaments.change(bob, "joinTournament", tournament);
        assertThat(partOf(bob, tournament)).isEqualTo("JOINED");
    }

    @Test
    void limitsInvitations() {
        UUID tournament = tournaments.created(ada, "maxPlayers: 3");
        for (UUID player : players(6)) {
            assertThat(outcome(tournaments.invite(ada, tournament, player))).isEqualTo("OPEN");
        }
        assertThat(outcome(tournaments.invite(ada, tournament, player()))).isEqualTo("TOO_MANY_INVITATIONS");
    }

    /** Unknown, erased and blocked players are told apart by nothing in the response. */
    @Test
    void doesNotTellWhyAPlayerCannotBeInvited() {
        UUID tournament = tournaments.created(ada, "maxPlayers: 3");
        UUID erased = player();
        jdbc.sql("UPDATE player SET erased_at = now() WHERE user_id = ?")
                .param(erased)
                .update();
        UUID blocking = player();
        block(blocking, ada);

        JsonNode response = tournaments.invite(ada, tournament, UUID.randomUUID());
        assertThat(outcome(response)).isEqualTo("PLAYER_UNAVAILABLE");
        assertThat(tournaments.invite(ada, tournament, erased)).isEqualTo(response);
        assertThat(tournaments.invite(ada, tournament, blocking)).isEqualTo(response);
        assertThat(outcome(tournaments.change(blocking, "joinTournament", tournament)))
                .isEqualTo("PLAYER_UNAVAILABLE");
    }

    @Test
    void aBlockSeparatesOrganizerAndPlayer() {
        UUID bob = player();
        UUID tournament = tournaments.created(ada, "maxPlayers: 3");
        tournaments.change(bob, "joinTournament", tournament);

        transactions.executeWithoutResult(status -> events.publishEvent(new PlayerBlocked(bob, ada)));

        assertThat(partOf(bob, tournament)).isEmpty();
    }

    @Test
    void rejectsWhatCannotBeATournament() {
        assertThat(rejection("name: \" \"")).isEqualTo("INVALID_TOURNAMENT_NAME name");
        assertThat(rejection("name: \"x\", maxPlayers: 2")).isEqualTo("INVALID_TOURNAMENT_SIZE maxPlayers");
        assertThat(rejection("name: \"x\", maxPlayers: 65")).isEqualTo("INVALID_TOURNAMENT_SIZE maxPlayers");
        assertThat(rejection("name: \"x\", maxPlayers: 17, format: ROUND_ROBIN"))
                .isEqualTo("INVALID_TOURNAMENT_SIZE maxPlayers");
        assertThat(rejection("name: \"x\", startsAt: \"2026-01-01T00:00:00Z\""))
                .isEqualTo("INVALID_TOURNAMENT_START startsAt");
        assertThat(rejection("name: \"x\", startsAt: \"2999-01-01T00:00:00Z\""))
                .isEqualTo("INVALID_TOURNAMENT_START startsAt");
    }

    @Test
    void aRepetitionCreatesNothing() {
        JsonNode created = tournaments.create(ada, "name: \"Spring Cup\"");
        assertThat(tournaments.create(ada, "name: \" Spring  Cup\"")).isEqualTo(created);
        assertThat(rejection("name: \"spring cup\"")).isEqualTo("TOURNAMENT_EXISTS name");
        assertThat(rejection("name: \"Spring Cup\", maxPlayers: 4")).isEqualTo("TOURNAMENT_EXISTS name");
    }

    @Test
    void limitsTheTournamentsOfAPlayer() {
        for (int number = 0; number < 3; number++) {
            tournaments.created(ada, "maxPlayers: 3");
        }
        assertThat(rejection("name: \"one too many\"")).isEqualTo("TOO_MANY_TOURNAMENTS ");

        UUID bob = player();
        for (int number = 0; number < 5; number++) {
            UUID tournament = tournaments.created(player(), "maxPlayers: 3");
            assertThat(outcome(tournaments.change(bob, "joinTournament", tournament)))
                    .isEqualTo("OPEN");
        }
        UUID another = tournaments.created(player(), "maxPlayers: 3");
        assertThat(outcome(tournaments.change(bob, "joinTournament", another))).isEqualTo("TOO_MANY_TOURNAMENTS");
    }

    @Test
    void startsByItselfOrExpires() {
        String soon = "startsAt: \"" + clock.instant().plus(Duration.ofHours(1)) + "\"";
        UUID full = tournaments.created(ada, soon);
        players(3).forEach(player -> tournaments.change(player, "joinTournament", full));
        UUID empty = tournaments.created(ada, soon);
        UUID forgotten = tournaments.created(ada, "maxPlayers: 3");

        schedule.advance();
        assertThat(tournaments.status(full)).isEqualTo("OPEN");
        clock.pass(Duration.ofHours(2));
        schedule.advance();
        assertThat(tournaments.status(full)).isEqualTo("RUNNING");
        assertThat(tournaments.status(empty)).isEqualTo("EXPIRED");
        assertThat(tournaments.status(forgotten)).isEqualTo("OPEN");

        clock.pass(Duration.ofDays(7));
        schedule.advance();
        assertThat(tournaments.status(forgotten)).isEqualTo("EXPIRED");
        clock.pass(Duration.ofDays(31));
        schedule.deleteNeverStarted();
        assertThat(tournaments.status(forgotten)).isEmpty();
        assertThat(tournaments.status(full)).isEqualTo("RUNNING");
    }

    @Test
    void organizersAndModeratorsCancel() {
        UUID open = tournaments.created(ada, "maxPlayers: 3");
        assertThat(outcome(tournaments.change(player(), "cancelTournament", open)))
                .isEqualTo("NOT_ORGANIZER");
        assertThat(outcome(tournaments.change(ada, "cancelTournament", open))).isEqualTo("CANCELLED");
        assertThat(outcome(tournaments.change(ada, "cancelTournament", UUID.randomUUID())))
                .isEqualTo("TOURNAMENT_NOT_FOUND");

        List<UUID> players = players(3);
        UUID running = tournaments.started("SINGLE_ELIMINATION", players);
        assertThat(outcome(tournaments.change(players.getFirst(), "cancelTournament", running)))
                .isEqualTo("TOURNAMENT_CLOSED");
        assertThat(fixture.moderator()
                        .data("mutation { cancelTournament(tournamentId: \"" + running
                                + "\") { tournament { status } } }")
                        .at("/cancelTournament/tournament/status")
                        .asString())
                .isEqualTo("CANCELLED");
    }

    @Test
    void anErasedOrganizerLeavesNoOpenTournamentAndNoName() {
        UUID tournament = tournaments.created(ada, "maxPlayers: 3");
        UUID other = tournaments.created(player(), "maxPlayers: 3");
        tournaments.change(ada, "joinTournament", other);

        transactions.executeWithoutResult(status -> events.publishEvent(new PlayerErased(ada)));

        assertThat(tournaments.status(tournament)).isEqualTo("CANCELLED");
        assertThat(fixture.visitor()
                        .data("{ tournament(id: \"" + tournament + "\") { name } }")
                        .findValuesAsString("name"))
                .containsExactly("Tournament");
        assertThat(partOf(ada, other)).isEmpty();
    }

    @Test
    void listsStablePages() {
        List<String> created = List.of(
                tournaments.created(ada, "maxPlayers: 3").toString(),
                tournaments.created(ada, "maxPlayers: 3").toString(),
                tournaments.created(ada, "maxPlayers: 3").toString());
        String filter = "filter: { organizerId: \"" + ada + "\", statuses: [OPEN] }, first: 2";
        JsonNode first = page(filter);
        assertThat(first.findValuesAsString("id")).containsExactly(created.get(2), created.get(1));
        assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();

        tournaments.change(ada, "cancelTournament", UUID.fromString(created.get(1)));
        JsonNode second =
                page(filter + ", after: \"" + first.at("/pageInfo/endCursor").asString() + "\"");
        assertThat(second.findValuesAsString("id")).containsExactly(created.get(0));

        UUID bob = player();
        tournaments.change(bob, "joinTournament", UUID.fromString(created.get(0)));
        assertThat(page("filter: { playerId: \"" + bob + "\" }").findValuesAsString("id"))
                .containsExactly(created.get(0));
    }

    @Test
    void readsManyInAsManyStatementsAsOne() {
        tournaments.started("SINGLE_ELIMINATION", players(3));
        int one = statements.during(() -> readNewest(1)).size();
        tournaments.started("ROUND_ROBIN", players(4));
        tournaments.started("SINGLE_ELIMINATION", players(5));

        assertThat(statements.during(() -> readNewest(3))).hasSize(one);
        // tournaments, entrants twice, pairings, players of both kinds, matches
        assertThat(one).isLessThanOrEqualTo(8);
    }

    private void readNewest(int first) {
        fixture.visitor().data("""
                { tournaments(filter: { statuses: [RUNNING] }, first: %d) { nodes { organizer { id } entrants { user { id } }
                  rounds { pairings { one { user { id } } match { status } } } standings { entrant { seed } } } } }
                """.formatted(first));
    }

    private JsonNode page(String arguments) {
        return fixture.visitor()
                .data("{ tournaments(" + arguments + ") { nodes { id } pageInfo { hasNextPage endCursor } } }")
                .get("tournaments");
    }

    private String rejection(String input) {
        JsonNode error = tournaments.create(ada, input).at("/errors/0");
        return error.get("code").asString() + " " + error.get("field").asString("");
    }

    private String partOf(UUID player, UUID tournament) {
        return fixture.player(player)
                .data("{ tournament(id: \"" + tournament + "\") { myEntry { status } } }")
                .at("/tournament/myEntry/status")
                .asString("");
    }

    private List<String> mine(UUID player) {
        return fixture.player(player).data("{ myTournaments { id } }").findValuesAsString("id");
    }

    private List<String> invited(UUID player, UUID tournament) {
        return fixture.player(player)
                .data("{ tournament(id: \"" + tournament + "\") { invited { user { id } } } }")
                .findValuesAsString("id");
    }

    private void block(UUID blocker, UUID blocked) {
        jdbc.sql("INSERT INTO player_block (blocker, blocked) VALUES (?, ?)")
                .params(blocker, blocked)
                .update();
    }
}
