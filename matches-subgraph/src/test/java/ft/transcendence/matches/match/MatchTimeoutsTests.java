package ft.transcendence.matches.match;

import static ft.transcendence.matches.testing.Arena.mutate;
import static ft.transcendence.matches.testing.Arena.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.testing.Arena;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Nobody is stuck in a match that nobody ends. */
@MatchesTest
class MatchTimeoutsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private MatchTimeouts timeouts;

    @Autowired
    private TimeoutProperties limits;

    @Autowired
    private MovableClock clock;

    private Arena arena;

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @BeforeEach
    void enter() {
        arena = new Arena(port);
    }

    @Test
    void freesPlayersOfAMatchThatDoesNotStart() {
        UUID match = UUID.fromString(arena.create(List.of(alice), List.of(bob))
                .get("match")
                .get("id")
                .asString());
        clock.pass(limits.waiting().plusSeconds(1));

        timeouts.endOverdue();

        assertThat(state(match)).isEqualTo("{\"status\":\"ABORTED\",\"finishReason\":\"TIMEOUT\"}");
        assertThat(rejection(arena.create(List.of(alice), List.of(bob)))).isEmpty();
    }

    @Test
    void costsNobodyRatingWhenTheServerIsSilent() {
        UUID match = arena.live(alice, bob);
        arena.report(match, 0, 10);
        clock.pass(limits.silence().plusSeconds(1));

        timeouts.endOverdue();

        assertThat(state(match)).isEqualTo("{\"status\":\"ABORTED\",\"finishReason\":\"SERVER_FAULT\"}");
        assertThat(arena.user(alice, "rating { value ratedMatches }")
                        .get("rating")
                        .toString())
                .isEqualTo("{\"value\":1500.0,\"ratedMatches\":0}");
    }

    @Test
    void leavesAMatchAloneWhoseServerIsHeardOf() {
        UUID match = arena.live(alice, bob);
        Duration almost = limits.silence().minusSeconds(10);
        clock.pass(almost);
        mutate(arena.gameServer(), "heartbeatMatch", match);
        clock.pass(almost);

        timeouts.endOverdue();

        assertThat(state(match)).contains("LIVE");
    }

    @Test
    void endsAMatchThatRunsForever() {
        UUID match = arena.live(alice, bob);
        clock.pass(limits.playing().plusSeconds(1));
        mutate(arena.gameServer(), "heartbeatMatch", match);

        timeouts.endOverdue();

        assertThat(state(match)).isEqualTo("{\"status\":\"ABORTED\",\"finishReason\":\"TIMEOUT\"}");
    }

    private String state(UUID match) {
        JsonNode found = arena.visitor().data("{ match(id: \"%s\") { status finishReason } }".formatted(match));
        return found.get("match").toString();
    }
}
