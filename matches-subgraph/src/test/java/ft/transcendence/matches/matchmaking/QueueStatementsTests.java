package ft.transcendence.matches.matchmaking;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.match.MatchMode;
import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.ProfileSeeder;
import ft.transcendence.subgraph.testing.StatementCounter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The number of SQL statements of the queue, which does not depend on who waits. */
@MatchesTest
class QueueStatementsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Queue queue;

    @Autowired
    private MatchmakingRun matchmaking;

    @Autowired
    private StatementCounter statements;

    @Autowired
    private JdbcClient jdbc;

    private MatchFixture fixture;

    private final List<UUID> players = MatchFixture.players(4);

    @BeforeEach
    void enter() {
        fixture = new MatchFixture(port);
        jdbc.sql("DELETE FROM queue_ticket").update();
        ProfileSeeder.of(players);
        statements.take();
    }

    @Test
    void joinsInTenStatements() {
        join(players.get(0));

        // register and lock the player, ticket, match, departures, number of tickets, rating, last opponents, ticket,
        // seat
        assertThat(statements.take()).hasSize(10);
    }

    @Test
    void staysInFourStatements() {
        join(players.get(0));
        statements.take();

        join(players.get(0));

        assertThat(statements.take()).hasSize(4);
    }

    @Test
    void readsTheTicketAndItsMatchInFourStatements() {
        players.forEach(player -> join(player, MatchMode.TWO_VS_TWO));
        matchmaking.of(MatchMode.TWO_VS_TWO);
        statements.take();

        fixture.player(players.get(0)).data("""
                { myQueueTicket { status estimatedSeconds players { user { id } } match { players { user { id } } } } }
                """);

        // ticket, match, players of both in one statement or in two
        assertThat(statements.take()).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void makesAMatchInAsManyStatementsForAnyNumberOfPlayers() {
        players.subList(0, 2).forEach(this::join);
        statements.take();
        matchmaking.of(MatchMode.ONE_VS_ONE);
        int duel = statements.take().size();
        jdbc.sql("UPDATE match_player SET open = false").update();

        players.forEach(player -> join(player, MatchMode.TWO_VS_TWO));
        statements.take();
        matchmaking.of(MatchMode.TWO_VS_TWO);

        // JPA inserts each seat of the match in a statement of its own
        assertThat(statements.take()).hasSizeLessThanOrEqualTo(duel + 2);
    }

    private void join(UUID player) {
        join(player, MatchMode.ONE_VS_ONE);
    }

    private void join(UUID player, MatchMode mode) {
        queue.join(player, new JoinQueueInput(mode, null));
    }
}
