package ft.transcendence.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.platform.e2e.GraphQL.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The game server that the documentation shows, with an account from {@code ./transcend game-server}. */
@PlatformTest
@TestInstance(Lifecycle.PER_CLASS)
class GameServerExampleTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Platform platform;
    private final GraphQL gateway;
    private final String admin;
    private ExampleServer example;

    GameServerExampleTests(Platform platform) {
        this.platform = platform;
        this.gateway = new GraphQL(platform.url());
        this.admin = platform.playerToken("margaret");
    }

    @BeforeAll
    void start() {
        boolean isInstalled = ExampleServer.hasNode();
        if (System.getenv("CI") != null) {
            assertThat(isInstalled).as("Node is installed").isTrue();
        }
        Assumptions.assumeTrue(isInstalled, "Node is missing");
        example = ExampleServer.start(platform, ServerAccount.add(platform, "example"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        server(example.account()).path("alive").asBoolean())
                .as(example.log())
                .isTrue());
    }

    @AfterAll
    void stop() {
        if (example == null) {
            return;
        }
        assertThat(example.stop()).as(example.log()).isZero();
        assertThat(server(example.account()).path("draining").asBoolean()).isTrue();
        platform.command(0, "game-server", "remove", "example");
        assertThat(platform.command(1, "game-server", "remove", "example")).contains("There is no game server example");
    }

    @Test
    @Tag("nightly")
    void takesOverTheMatchOfASilentGameServerAndPlaysIt() {
        ServerAccount silent = ServerAccount.add(platform, "silent");
        assertThat(platform.command(0, "game-server", "list")).contains("example", "silent");
        assertThat(platform.command(1, "game-server", "add", "silent")).contains("already");
        Map<String, Object> description =
                Map.of("url", "wss://silent.example/", "region", "local", "capacity", 1, "version", "1");
        Response registered = gateway.execute(
                silent.token(),
                "mutation ($input: RegisterGameServerInput!) { registerGameServer(input: $input) { errors { code } } }",
                Map.of("input", description));
        assertThat(registered.data("/registerGameServer/errors").isEmpty()).isTrue();
        String match = createOn(silent, "hedy", "tim");

        // 15 seconds after the last sign of life of the other game server
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(statusOf(match)).as(example.log()).isEqualTo("COMPLETED"));

        platform.command(0, "game-server", "remove", "silent");
    }

    @Test
    void letsPlayersInByTheirTicketsOnce() {
        String ken = platform.playerToken("ken");
        String match = createOn(example.account(), "ken", "frances");
        JsonNode ticket = ticket(ken, match);
        JsonNode spectators = ticket(platform.playerToken("alan"), match);

        try (DoorSocket player = DoorSocket.open(ticket);
                DoorSocket spectator = DoorSocket.open(spectators);
                DoorSocket replay = DoorSocket.open(ticket)) {
            assertThat(player.next()).contains("\"role\":\"player\"", "\"team\":\"ONE\"", match);
            assertThat(spectator.next()).contains("\"role\":\"spectator\"").doesNotContain("team");
            assertThat(replay.next()).isEqualTo("closed 4401 already used");
            assertThat(player.next()).contains("score");
            assertThat(spectator.next()).contains("score");
        }
        await().atMost(PATIENCE).until(() -> statusOf(match).equals("COMPLETED"));
        assertThat(ticket(ken, match).isNull()).isTrue();
    }

    @Test
    void playsTheMatchOfPlayersWhoMeetInTheQueue() {
        String barbara = platform.playerToken("barbara");
        String dennis = platform.playerToken("dennis");
        joinQueue(barbara);
        joinQueue(dennis);

        JsonNode found = await().atMost(PATIENCE).until(() -> foundMatch(barbara), match -> match.has("ticket"));

        assertThat(foundMatch(dennis).path("id")).isEqualTo(found.path("id"));
        try (DoorSocket player = DoorSocket.open(found.path("ticket"))) {
            assertThat(player.next())
                    .contains("\"role\":\"player\"", found.path("id").asString());
        }
        await().atMost(PATIENCE)
                .until(() -> statusOf(found.path("id").asString()).equals("COMPLETED"));
    }

    private void joinQueue(String player) {
        assertThat(gateway.execute(player, "mutation { joinQueue(input: { mode: ONE_VS_ONE }) { errors { code } } }")
                        .data("/joinQueue/errors")
                        .isEmpty())
                .isTrue();
    }

    /** The match that the queue found, once the player can enter it. */
    private JsonNode foundMatch(String player) {
        JsonNode ticket = gateway.execute(player, "{ myQueueTicket { match { id ticket { url token } } } }")
                .data("/myQueueTicket/match");
        return ticket.path("ticket").isObject() ? ticket : MissingNode.getInstance();
    }

    /** A match of two players, created by a game server. */
    private String createOn(ServerAccount account, String one, String two) {
        Map<String, Object> match = Map.of(
                "idempotencyKey", UUID.randomUUID().toString(),
                "mode", "ONE_VS_ONE",
                "teamOne", List.of(idOf(one)),
                "teamTwo", List.of(idOf(two)));
        return gateway.execute(
                        account.token(),
                        "mutation ($input: CreateMatchInput!) { createMatch(input: $input) { match { id } errors { code } } }",
                        Map.of("input", match))
                .data("/createMatch/match/id")
                .asString();
    }

    private JsonNode ticket(String player, String match) {
        return gateway.execute(
                        player,
                        "query ($id: ID!) { match(id: $id) { ticket { url token expiresAt } } }",
                        Map.of("id", match))
                .data("/match/ticket");
    }

    private JsonNode server(ServerAccount account) {
        return gateway.execute(admin, "{ gameServers { id alive draining openMatches } }")
                .data("/gameServers")
                .valueStream()
                .filter(server -> server.path("id").asString().equals(account.id()))
                .findAny()
                .orElseGet(MissingNode::getInstance);
    }

    private String statusOf(String match) {
        return gateway.execute(admin, "query ($id: ID!) { match(id: $id) { status } }", Map.of("id", match))
                .data("/match/status")
                .asString();
    }

    private String idOf(String player) {
        return gateway.execute(platform.playerToken(player), "{ viewer { id } }")
                .data("/viewer/id")
                .asString();
    }
}
