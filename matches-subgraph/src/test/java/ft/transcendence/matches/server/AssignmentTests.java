package ft.transcendence.matches.server;

import static ft.transcendence.matches.testing.MatchFixture.mutate;
import static ft.transcendence.matches.testing.MatchFixture.rejection;
import static ft.transcendence.matches.testing.ServerFixture.assigned;
import static ft.transcendence.matches.testing.ServerFixture.beat;
import static ft.transcendence.matches.testing.ServerFixture.register;
import static ft.transcendence.matches.testing.ServerFixture.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.ObservedClock;
import ft.transcendence.matches.testing.ServerFixture;
import ft.transcendence.subgraph.testing.TestGraphQL;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Which game server hosts a match, from its creation on, whatever happens to game servers. */
@MatchesTest
class AssignmentTests {

    private static final Duration SILENCE = Duration.ofSeconds(16);

    @LocalServerPort
    private int port;

    @Autowired
    private ServerFixture servers;

    @Autowired
    private ServerWatch watch;

    @Autowired
    private MatchAssigner assigner;

    @Autowired
    private ObservedClock observed;

    @Autowired
    private MeterRegistry metrics;

    private MatchFixture fixture;
    private TestGraphQL one;
    private TestGraphQL two;

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @BeforeEach
    void enter() {
        fixture = new MatchFixture(port);
        one = fixture.server("game-server-one");
        two = fixture.server("game-server-two");
        servers.clear();
    }

    @Test
    void assignsAMatchRightAfterItsCreation() {
        register(one, "eu", 10);

        UUID match = servers.waiting();

        await().untilAsserted(() -> assertThat(assigned(one)).containsExactly(match.toString()));
        assertThat(state(fixture, match)).isEqualTo("CREATED  PLAYERS");
    }

    @Test
    void waitsUntilAGameServerComes() {
        UUID match = servers.waiting();
        watch.check();
        assertThat(state(fixture, match)).isEqualTo("CREATED  GAME_SERVER");
        assertThat(gauge("matches.waiting")).isEqualTo(1);
        double hosted = gauge("matches.hosted");

        register(one, "eu", 10);
        watch.check();
        assertThat(gauge("matches.waiting")).isZero();
        assertThat(gauge("matches.hosted")).isEqualTo(hosted + 1);

        assertThat(state(fixture, match)).isEqualTo("CREATED  PLAYERS");
        assertThat(fixture.moderator()
                        .data("{ match(id: \"%s\") { serverId } }".formatted(match))
                        .at("/match/serverId")
                        .asString())
                .isEqualTo("game-server-one");
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }

    @Test
    void assignsNothingToDrainingOrSilentGameServers() {
        register(one, "eu", 10);
        register(two, "eu", 10);
        one.data("mutation { drainGameServer { server { draining } } }");
        fixture.withRoles("admin")
                .data(
                        "mutation { setGameServerDraining(serverId: \"game-server-two\", draining: true) { errors { code } } }");
        register(fixture.server("game-server-three"), "eu", 10);
        observed.pass(SILENCE);
        beat(one, List.of());
        beat(two, List.of());
        UUID match = servers.waiting();

        watch.check();

        assertThat(state(fixture, match)).isEqualTo("CREATED  GAME_SERVER");
    }

    @Test
    void prefersTheRegionAndThenTheLeastLoaded() {
        register(one, "eu", 10);
        register(two, "us", 10);

        UUID far = servers.waiting(alice, bob, "us");
        watch.check();
        UUID near = servers.waiting(UUID.randomUUID(), UUID.randomUUID(), null);
        watch.check();

        assertThat(assigned(two)).containsExactly(far.toString());
        assertThat(assigned(one)).containsExactly(near.toString());
    }

    @Test
    void neverExceedsACapacityWhenSeveralInstancesAssign() throws Exception {
        for (int number = 0; number < 30; number++) {
            servers.waiting();
        }
        register(one, "eu", 8);
        register(two, "eu", 12);

        try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> rounds = new ArrayList<>();
            for (int instance = 0; instance < 8; instance++) {
                rounds.add(instances.submit(assigner::assignWaiting));
            }
            for (Future<Boolean> round : rounds) {
                round.get();
            }
        }

        assertThat(assigned(one)).hasSize(8);
        assertThat(assigned(two)).hasSize(12).doesNotContainAnyElementsOf(assigned(one));
    }

    @Test
    void movesAMatchThatHasNotStartedWhenItsGameServerIsSilent() {
        register(one, "eu", 10);
        UUID created = servers.waiting();
        UUID ready = servers.waiting();
        watch.check();
        mutate(one, "readyMatch", ready);
        observed.pass(SILENCE);
        register(two, "eu", 10);

        watch.check();

        assertThat(assigned(two)).containsExactlyInAnyOrder(created.toString(), ready.toString());
        assertThat(state(fixture, ready)).isEqualTo("CREATED  PLAYERS");
        assertThat(rejection(mutate(one, "startMatch", created))).isEqualTo("NOT_ASSIGNED");
        assertThat(beat(one, List.of(created, ready)).get("notAssigned")).hasSize(2);
    }

    @Test
    void freezesARunningMatchAndContinuesWhenItsGameServerIsBack() {
        register(one, "eu", 10);
        UUID match = running();
        observed.pass(SILENCE);
        register(two, "eu", 10);
        watch.check();
        assertThat(state(fixture, match)).isEqualTo("LIVE  GAME_SERVER_RETURN");
        assertThat(rejection(mutate(fixture.player(alice), "forfeitMatch", match)))
                .isEqualTo("MATCH_FROZEN");

        assertThat(beat(one, List.of(match)).get("notAssigned")).isEmpty();

        assertThat(state(fixture, match)).isEqualTo("LIVE");
        assertThat(assigned(one)).containsExactly(match.toString());
        assertThat(rejection(mutate(fixture.player(alice), "forfeitMatch", match)))
                .isEmpty();
    }

    @Test
    void freezesAMatchThatItsLivingGameServerDoesNotName() {
        register(one, "eu", 10);
        UUID lost = running();
        observed.pass(SILENCE);
        beat(one, List.of());

        watch.check();

        assertThat(state(fixture, lost)).isEqualTo("LIVE  GAME_SERVER_RETURN");
    }

    @Test
    void anyReportEndsAFreeze() {
        register(one, "eu", 10);
        UUID match = running();
        observed.pass(SILENCE);
        watch.check();

        mutate(one, "heartbeatMatch", match);

        assertThat(state(fixture, match)).isEqualTo("LIVE");
    }

    private UUID running() {
        UUID match = servers.waiting(alice, bob, null);
        watch.check();
        assertThat(rejection(mutate(one, "startMatch", match))).isEmpty();
        return match;
    }
}
