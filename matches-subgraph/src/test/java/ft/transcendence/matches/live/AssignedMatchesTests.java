package ft.transcendence.matches.live;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.matches.testing.ServerFixture;
import ft.transcendence.subgraph.testing.TestEventStream;
import ft.transcendence.subgraph.testing.TestIdentity;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a game server hears about its matches. */
@MatchesTest
class AssignedMatchesTests {

    private static final String SERVER = "game-server-listener";

    @LocalServerPort
    private int port;

    @Autowired
    private ServerFixture servers;

    @Autowired
    private MovableClock clock;

    private MatchFixture fixture;

    @BeforeEach
    void enter() {
        fixture = new MatchFixture(port);
        servers.clear();
    }

    @Test
    void sendsTheCurrentMatchesAndThenTheChanges() {
        UUID running = create();
        fixture.live(UUID.randomUUID(), UUID.randomUUID());
        try (TestEventStream stream = TestEventStream.open(
                port, token(), "subscription { assignedMatches { id status players { user { id } } } }")) {
            assertThat(next(stream)).isEqualTo(running + " CREATED");

            ServerFixture.register(fixture.server(SERVER), "eu", 10);
            UUID assigned = servers.waiting();
            assertThat(next(stream)).isEqualTo(assigned + " CREATED");

            MatchFixture.mutate(fixture.server(SERVER), "startMatch", running);
            assertThat(next(stream)).isEqualTo(running + " LIVE");
            fixture.server(SERVER)
                    .data("mutation { abortMatch(input: {matchId: \"%s\"}) { errors { code } } }".formatted(running));
            assertThat(next(stream)).isEqualTo(running + " ABORTED");
        }
    }

    private UUID create() {
        return UUID.fromString(MatchFixture.mutate(
                        fixture.server(SERVER),
                        "createMatch",
                        "CreateMatchInput",
                        MatchFixture.creation(
                                UUID.randomUUID().toString(), MatchFixture.players(1), MatchFixture.players(1)))
                .at("/match/id")
                .asString());
    }

    private static String next(TestEventStream stream) {
        var match = stream.next().at("/data/assignedMatches");
        return match.path("id").asString() + " " + match.path("status").asString();
    }

    /** A token that is valid by the application's clock, which other tests move. */
    private String token() {
        Date expiry = Date.from(clock.instant().plus(Duration.ofMinutes(5)));
        return TestIdentity.instance().token(UUID.randomUUID(), SERVER, claims -> claims.claim("azp", SERVER)
                .claim("realm_access", Map.of("roles", List.of("game-server")))
                .claim("auth_time", null)
                .expirationTime(expiry));
    }
}
