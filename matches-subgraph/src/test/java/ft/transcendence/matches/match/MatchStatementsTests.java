package ft.transcendence.matches.match;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.subgraph.testing.StatementCounter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The number of SQL statements of the most frequent mutations, except those of the outbox. */
@MatchesTest
class MatchStatementsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private StatementCounter statements;

    @Autowired
    private JdbcClient jdbc;

    private MatchFixture fixture;

    @BeforeEach
    void enter() {
        fixture = new MatchFixture(port);
    }

    @Test
    void finishesAMatchInSevenStatementsForAnyNumberOfPlayers() {
        List<UUID> players = MatchFixture.players(4);
        fixture.won(players.subList(0, 2), players.subList(2, 4));

        // key, match with players, what they played before, the first two changed, ratings, ratings with changes,
        // statistics
        assertThat(finishing(fixture.live(players.get(0), players.get(2)), 11)).hasSize(7);
        assertThat(finishing(fixture.live(players.subList(0, 2), players.subList(2, 4)), 21))
                .hasSize(7);
    }

    @Test
    void insertsFirstRatingsInTwoMoreStatements() {
        assertThat(finishing(fixture.live(MatchFixture.players(2), MatchFixture.players(2)), 21))
                .hasSize(9);
    }

    @Test
    void handlesARepetitionInThreeStatements() {
        UUID match = fixture.live(UUID.randomUUID(), UUID.randomUUID());
        finishing(match, 11);

        assertThat(finishing(match, 11)).hasSize(3);
    }

    @Test
    void reportsAScoreInOneStatementThatWritesNoRow() {
        UUID match = fixture.live(UUID.randomUUID(), UUID.randomUUID());
        String before = rowVersion(match);
        statements.take();

        fixture.report(match, 1, 0);

        assertThat(statements.take()).singleElement().asString().startsWith("SELECT");
        assertThat(rowVersion(match)).isEqualTo(before);
    }

    /** The transaction that wrote the match's row, and its place in the table. */
    private String rowVersion(UUID match) {
        return jdbc.sql("SELECT concat(xmin, ' ', ctid) FROM match WHERE id = :match")
                .param("match", match)
                .query(String.class)
                .single();
    }

    @Test
    void storesTheEndOfAMatchForEachOfItsPlayers() {
        List<UUID> players = MatchFixture.players(2);
        UUID won = fixture.live(players.get(0), players.get(1));
        assertThat(rows(won)).containsOnly("open, no outcome");

        finishing(won, 11);
        assertThat(rows(won)).containsExactly("over, WIN", "over, LOSS");

        UUID aborted = fixture.live(players.get(0), players.get(1));
        fixture.abort(aborted, "SERVER_FAULT");
        assertThat(rows(aborted)).containsOnly("over, no outcome");
    }

    private List<String> rows(UUID match) {
        return jdbc.sql("""
                        SELECT concat(CASE WHEN open THEN 'open' ELSE 'over' END, ', ', coalesce(outcome, 'no outcome'))
                        FROM match_player WHERE match_id = :match ORDER BY team
                        """)
                .param("match", match)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> finishing(UUID match, int points) {
        statements.take();
        fixture.finish("result of " + match, match, "ONE", points, 5);
        return statements.take();
    }
}
