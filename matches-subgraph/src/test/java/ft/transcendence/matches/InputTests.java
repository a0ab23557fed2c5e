package ft.transcendence.matches;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.subgraph.testing.InputMatrix;
import ft.transcendence.subgraph.testing.RequestWriter;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sends invalid values in every argument; each must be rejected. */
@MatchesTest
class InputTests {

    @LocalServerPort
    private int port;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void useTheSystemTime() {
        clock.reset();
    }

    @TestFactory
    Stream<DynamicTest> rejectsInvalidValues() {
        MatchFixture fixture = new MatchFixture(port);
        UUID player = UUID.randomUUID();
        String match = "\"" + fixture.live(player, UUID.randomUUID()) + "\"";
        return new InputMatrix(
                        RequestWriter.of("/schema/matches.graphqls")
                                .with(Map.of(
                                        "matchId",
                                        match,
                                        "playerId",
                                        "\"" + player + "\"",
                                        "since",
                                        "\"2026-01-01T00:00:00Z\"",
                                        "before",
                                        "\"2026-02-01T00:00:00Z\"",
                                        "url",
                                        "\"wss://play.example/\"")),
                        fixture.gameServer(),
                        fixture.player(player),
                        fixture.moderator(),
                        fixture.withRoles("player", "admin"))
                .path(
                        "User",
                        "_entities(representations: [{ __typename: \"User\", id: \"" + player
                                + "\" }]) { ... on User { %s } }")
                .tests("Match", "User");
    }
}
