package ft.transcendence.matches.testing;

import ft.transcendence.matches.match.MatchCreation;
import ft.transcendence.matches.match.MatchMode;
import ft.transcendence.matches.match.NewMatch;
import ft.transcendence.subgraph.testing.TestGraphQL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Game servers, and matches that wait for one. */
@TestComponent
public final class ServerFixture {

    private final MatchCreation creation;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    ServerFixture(MatchCreation creation, TransactionTemplate transactions, JdbcClient jdbc) {
        this.creation = creation;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Removes the game servers of earlier tests, with their matches and those that wait for one. */
    public void clear() {
        jdbc.sql("""
                WITH ended AS (
                    UPDATE match SET status = 'ABORTED', finish_reason = 'TIMEOUT', ended_at = now(),
                        frozen_at = NULL
                    WHERE status IN ('CREATED', 'READY', 'LIVE') AND server_id IS DISTINCT FROM 'game-server' RETURNING id
                )
                UPDATE match_player SET open = false FROM ended WHERE match_id = ended.id
                """).update();
        jdbc.sql("DELETE FROM game_server").update();
    }

    /** Creates a match without a game server, as a feature of the subgraph does. */
    public UUID waiting(UUID one, UUID two, @Nullable String region) {
        ProfileSeeder.of(List.of(one, two));
        return Objects.requireNonNull(transactions.execute(
                _ -> creation.create(NewMatch.waiting(MatchMode.ONE_VS_ONE, List.of(one), List.of(two), "test", region))
                        .id()));
    }

    public UUID waiting() {
        return waiting(UUID.randomUUID(), UUID.randomUUID(), null);
    }

    /** The payload of {@code registerGameServer}. */
    public static JsonNode register(TestGraphQL server, String region, int capacity) {
        return server.data(
                        "mutation ($input: RegisterGameServerInput!) { registerGameServer(input: $input) {"
                                + " server { id url region capacity version alive draining drainedByOperator openMatches }"
                                + " errors { code field } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "url",
                                        "wss://" + region + ".play.example",
                                        "region",
                                        region,
                                        "capacity",
                                        capacity,
                                        "version",
                                        "1.0.0")))
                .get("registerGameServer");
    }

    /** The payload of {@code heartbeat}. */
    public static JsonNode beat(TestGraphQL server, List<UUID> matches) {
        return server.data(
                        "mutation ($matches: [ID!]!) { heartbeat(matches: $matches)"
                                + " { server { id alive } notAssigned errors { code } } }",
                        Map.of("matches", matches))
                .get("heartbeat");
    }

    /** The ids of the matches assigned to a game server. */
    public static List<String> assigned(TestGraphQL server) {
        return server.data("{ assignedMatches { id } }")
                .get("assignedMatches")
                .valueStream()
                .map(match -> match.get("id").asString())
                .toList();
    }

    /** The status of a match and what it waits for, as a visitor sees them. */
    public static String state(MatchFixture fixture, UUID match) {
        return fixture.visitor()
                .data("{ match(id: \"%s\") { status finishReason waitingFor } }".formatted(match))
                .get("match")
                .valueStream()
                .map(value -> value.asString(""))
                .collect(Collectors.joining(" "))
                .strip();
    }
}
