package ft.transcendence.matches;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.subgraph.testing.InProcessSubgraph;
import ft.transcendence.subgraph.testing.StatementCounter;
import ft.transcendence.testkit.FederatedGraph;
import ft.transcendence.testkit.FederatedGraphExtension;
import ft.transcendence.testkit.FederatedResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The subgraph in one graph with users, of which only the schema is here. */
@MatchesTest
class FederationTests {

    private static final String MATCH_PAGE = read("../client-operations/matches/match-page.graphql");

    @RegisterExtension
    static final FederatedGraphExtension GRAPH = FederatedGraphExtension.using(context -> FederatedGraph.builder()
            .subgraph("matches", InProcessSubgraph.of(SpringExtension.getApplicationContext(context)))
            .stub("users", read("../users-subgraph/src/main/resources/schema/users.graphqls"))
            .build());

    @LocalServerPort
    int port;

    @Autowired
    StatementCounter statements;

    @Test
    void showsAMatchWithTheNamesOfItsPlayers(FederatedGraph graph) {
        List<UUID> players = MatchFixture.players(2);
        UUID match = new MatchFixture(port).won(players.get(0), players.get(1));

        FederatedResponse response = page(graph, match);

        assertThat(response).hasNoErrors().hasRequests(2);
        assertThat(response.json())
                .startsWith("{\"data\":{\"match\":{\"id\":\"" + match
                        + "\",\"mode\":\"ONE_VS_ONE\",\"status\":\"COMPLETED\"")
                .contains(
                        "\"username\":\"username " + players.get(0) + "\"",
                        "\"username\":\"username " + players.get(1) + "\"");
    }

    @Test
    void needsAsManyRequestsForFourPlayersAsForTwo(FederatedGraph graph) {
        MatchFixture fixture = new MatchFixture(port);
        List<UUID> players = MatchFixture.players(6);
        UUID duel = fixture.won(players.get(0), players.get(1));
        UUID doubles = fixture.won(players.subList(2, 4), players.subList(4, 6));
        FederatedResponse[] responses = new FederatedResponse[2];

        List<String> forTwo = statements.during(() -> responses[0] = page(graph, duel));
        List<String> forFour = statements.during(() -> responses[1] = page(graph, doubles));

        assertThat(responses[1])
                .hasNoErrors()
                .hasEntityBatch("users", 4)
                .hasNoNPlusOne()
                .hasAsManyRequestsAs(responses[0]);
        assertThat(forFour).hasSameSizeAs(forTwo);
    }

    private static FederatedResponse page(FederatedGraph graph, UUID match) {
        return graph.execute(MATCH_PAGE, Map.of("id", match));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
