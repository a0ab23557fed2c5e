package ft.transcendence.matches.server;

import static ft.transcendence.matches.testing.MatchFixture.rejection;
import static ft.transcendence.matches.testing.ServerFixture.assigned;
import static ft.transcendence.matches.testing.ServerFixture.beat;
import static ft.transcendence.matches.testing.ServerFixture.register;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.ObservedClock;
import ft.transcendence.matches.testing.ServerFixture;
import ft.transcendence.subgraph.testing.StatementCounter;
import ft.transcendence.subgraph.testing.TestGraphQL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What game servers say about themselves, and what operators see and decide. */
@MatchesTest
class GameServerMutationsTests {

    private static final String LIST = "{ gameServers { id alive draining drainedByOperator openMatches } }";

    @LocalServerPort
    private int port;

    @Autowired
    private ServerFixture servers;

    @Autowired
    private ServerWatch watch;

    @Autowired
    private ObservedClock observed;

    @Autowired
    private StatementCounter statements;

    @Autowired
    private JdbcClient jdbc;

    private MatchFixture fixture;
    private TestGraphQL server;

    @BeforeEach
    void enter() {
        fixture = new MatchFixture(port);
        server = fixture.server("game-server-one");
        servers.clear();
    }

    @Test
    void registersOnceUnderTheIdOfItsClient() {
        register(server, "eu", 10);

        JsonNode again = register(fixture.server("game-server-one"), "us", 20);

        assertThat(again.get("server").toString())
                .isEqualTo("{\"id\":\"game-server-one\",\"url\":\"wss://us.play.example\",\"region\":\"us\","
                        + "\"capacity\":20,\"version\":\"1.0.0\",\"alive\":true,\"draining\":false,"
                        + "\"drainedByOperator\":false,\"openMatches\":0}");
        assertThat(listed()).hasSize(1);
    }

    @Test
    void rejectsInvalidRegistrations() {
        assertThat(register(server, "The Moon", 0).get("errors").toString())
                .isEqualTo("[{\"code\":\"INVALID_SERVER_URL\",\"field\":\"url\"},"
                        + "{\"code\":\"INVALID_REGION\",\"field\":\"region\"},"
                        + "{\"code\":\"INVALID_CAPACITY\",\"field\":\"capacity\"}]");
        assertThat(listed()).isEmpty();
    }

    @Test
    void mustRegisterFirst() {
        UUID match = hostedMatch();

        assertThat(rejection(beat(server, List.of(match)))).isEqualTo("SERVER_NOT_REGISTERED");
        assertThat(rejection(server.data("mutation { drainGameServer { errors { code } } }")
                        .get("drainGameServer")))
                .isEqualTo("SERVER_NOT_REGISTERED");
        assertThat(rejection(withhold("game-server-one", true))).isEqualTo("SERVER_NOT_REGISTERED");
    }

    @Test
    void isAliveForAsLongAsItSendsHeartbeats() {
        register(server, "eu", 10);
        observed.pass(Duration.ofSeconds(14));
        assertThat(isAlive()).isTrue();
        observed.pass(Duration.ofSeconds(2));
        assertThat(isAlive()).isFalse();

        assertThat(beat(server, List.of()).at("/server/alive").asBoolean()).isTrue();

        assertThat(isAlive()).isTrue();
    }

    @Test
    void learnsWhichMatchesItDoesNotHost() {
        register(server, "eu", 10);
        UUID hosted = hostedMatch();
        UUID ended = hostedMatch();
        server.data("mutation { abortMatch(input: {matchId: \"%s\"}) { errors { code } } }".formatted(ended));
        UUID others = fixture.live(UUID.randomUUID(), UUID.randomUUID());
        UUID unknown = UUID.randomUUID();

        assertThat(beat(server, List.of(hosted, ended, others, unknown, unknown))
                        .get("notAssigned")
                        .toString())
                .isEqualTo("[\"%s\",\"%s\",\"%s\"]".formatted(ended, others, unknown));
        assertThat(assigned(server)).containsExactly(hosted.toString());
    }

    @Test
    void namesABoundedNumberOfMatches() {
        register(server, "eu", 10);
        List<UUID> thousand = Stream.generate(UUID::randomUUID).limit(1000).toList();
        assertThat(beat(server, thousand).get("notAssigned")).hasSize(1000);

        List<UUID> tooMany = Stream.generate(UUID::randomUUID).limit(1001).toList();
        assertThat(server.errorCode(
                        "mutation ($matches: [ID!]!) { heartbeat(matches: $matches) { notAssigned } }",
                        Map.of("matches", tooMany)))
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void sendsAHeartbeatInTwoStatementsForAnyNumberOfMatches() {
        register(server, "eu", 10);
        List<UUID> matches = Stream.generate(this::hostedMatch).limit(5).toList();

        assertThat(statements.during(() -> beat(server, matches.subList(0, 1)))).hasSize(2);
        assertThat(statements.during(() -> beat(server, matches))).hasSize(2);
    }

    @Test
    void listsAllGameServersInThreeStatements() {
        register(server, "eu", 10);
        // the observed time, the game servers, their matches
        assertThat(statements.during(this::listed)).hasSize(3);

        register(fixture.server("game-server-two"), "eu", 10);
        assertThat(statements.during(this::listed)).hasSize(3);
    }

    @Test
    void drainsUntilItRegistersAgain() {
        register(server, "eu", 10);

        assertThat(server.data("mutation { drainGameServer { server { draining drainedByOperator } } }")
                        .at("/drainGameServer/server")
                        .toString())
                .isEqualTo("{\"draining\":true,\"drainedByOperator\":false}");

        assertThat(register(server, "eu", 10).at("/server/draining").asBoolean())
                .isFalse();
    }

    @Test
    void staysDrainedByTheOperatorWhenItRegistersAgain() {
        register(server, "eu", 10);
        withhold("game-server-one", true);

        assertThat(register(server, "eu", 10).at("/server/draining").asBoolean())
                .isTrue();

        assertThat(withhold("game-server-one", false).at("/server/draining").asBoolean())
                .isFalse();
    }

    @Test
    void isForgottenAMonthAfterItsLastHeartbeatUnlessItHasMatches() {
        register(server, "eu", 10);
        register(fixture.server("game-server-two"), "eu", 10);
        UUID match = hostedMatch();
        server.data("mutation { startMatch(matchId: \"%s\") { errors { code } } }".formatted(match));
        jdbc.sql("UPDATE game_server SET last_signal_at = now() - interval '31 days'")
                .update();

        watch.check();

        assertThat(listed().findValuesAsString("id")).containsExactly("game-server-one");
    }

    private UUID hostedMatch() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        return UUID.fromString(MatchFixture.mutate(
                        server,
                        "createMatch",
                        "CreateMatchInput",
                        MatchFixture.creation(UUID.randomUUID().toString(), List.of(one), List.of(two)))
                .at("/match/id")
                .asString());
    }

    private JsonNode withhold(String id, boolean isDraining) {
        return fixture.withRoles("player", "admin")
                .data(("mutation { setGameServerDraining(serverId: \"%s\", draining: %s)"
                                + " { server { draining } errors { code } } }")
                        .formatted(id, isDraining))
                .get("setGameServerDraining");
    }

    private JsonNode listed() {
        return fixture.withRoles("player", "admin").data(LIST).get("gameServers");
    }

    private boolean isAlive() {
        return listed().get(0).get("alive").asBoolean();
    }
}
