package ft.transcendence.matches.match;

import static ft.transcendence.matches.testing.MatchFixture.mutate;
import static ft.transcendence.matches.testing.MatchFixture.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.matches.testing.ObservedClock;
import ft.transcendence.matches.testing.ServerFixture;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Abandoned matches must be aborted, so that their players can play again. */
@MatchesTest
class MatchTimeoutsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private MatchTimeouts timeouts;

    @Autowired
    private TimeoutProperties limits;

    @Autowired
    private MatchHosting hosting;

    @Autowired
    private ServerFixture servers;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ObservedClock observed;

    private MatchFixture fixture;

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @BeforeEach
    void enter() {
        fixture = new MatchFixture(port);
    }

    @Test
    void freesThePlayersOfAMatchThatDoesNotStart() {
        UUID match = UUID.fromString(fixture.create(List.of(alice), List.of(bob))
                .get("match")
                .get("id")
                .asString());
        observed.pass(limits.waiting().plusSeconds(1));

        timeouts.abortTimedOut();

        assertThat(state(match)).isEqualTo("{\"status\":\"ABORTED\",\"finishReason\":\"TIMEOUT\"}");
        assertThat(rejection(fixture.create(List.of(alice), List.of(bob)))).isEmpty();
    }

    @Test
    void freesThePlayersOfAMatchThatGetsNoGameServer() {
        servers.clear();
        UUID match = servers.waiting(alice, bob, null);
        observed.pass(limits.waiting().minusSeconds(1));
        timeouts.abortTimedOut();
        assertThat(state(match)).contains("CREATED");

        observed.pass(Duration.ofSeconds(2));
        timeouts.abortTimedOut();

        assertThat(state(match)).isEqualTo("{\"status\":\"ABORTED\",\"finishReason\":\"TIMEOUT\"}");
        assertThat(rejection(fixture.create(List.of(alice), List.of(bob)))).isEmpty();
    }

    @Test
    void doesNotChangeRatingsWhenTheServerIsSilent() {
        UUID match = fixture.live(alice, bob);
        fixture.report(match, 0, 10);
        observed.pass(limits.silence().plusSeconds(1));

        timeouts.abortTimedOut();

        assertThat(state(match)).isEqualTo("{\"status\":\"ABORTED\",\"finishReason\":\"SERVER_FAULT\"}");
        assertThat(fixture.user(alice, "rating { value ratedMatches }")
                        .get("rating")
                        .toString())
                .isEqualTo("{\"value\":1500.0,\"ratedMatches\":0}");
    }

    @Test
    void keepsAMatchWhoseServerReports() {
        UUID match = fixture.live(alice, bob);
        Duration almost = limits.silence().minusSeconds(10);
        observed.pass(almost);
        mutate(fixture.gameServer(), "heartbeatMatch", match);
        observed.pass(almost);

        timeouts.abortTimedOut();

        assertThat(state(match)).contains("LIVE");
    }

    @Test
    void abortsAFrozenMatchAfterTheGrace() {
        UUID match = fixture.live(alice, bob);
        freeze(match);
        observed.pass(limits.grace().minusSeconds(1));
        timeouts.abortTimedOut();
        assertThat(state(match)).contains("LIVE");

        observed.pass(Duration.ofSeconds(2));
        timeouts.abortTimedOut();

        assertThat(state(match)).isEqualTo("{\"status\":\"ABORTED\",\"finishReason\":\"SERVER_FAULT\"}");
        assertThat(rejection(fixture.create(List.of(alice), List.of(bob)))).isEmpty();
    }

    /** As if its game server had registered and then fallen silent. */
    private void freeze(UUID match) {
        transactions.executeWithoutResult(
                _ -> hosting.freeze(List.of("game-server"), clock.instant().plusSeconds(1), Integer.MAX_VALUE));
        assertThat(fixture.visitor()
                        .data("{ match(id: \"%s\") { waitingFor } }".formatted(match))
                        .at("/match/waitingFor")
                        .asString())
                .isEqualTo("GAME_SERVER_RETURN");
    }

    @Test
    void keepsAMatchThroughAnOutageOfOurs() {
        UUID waiting = UUID.fromString(fixture.create(List.of(UUID.randomUUID()), List.of(UUID.randomUUID()))
                .at("/match/id")
                .asString());
        UUID match = fixture.live(alice, bob);
        observed.pass(limits.silence().minusSeconds(10));
        clock.pass(Duration.ofHours(2));

        timeouts.abortTimedOut();
        assertThat(state(match)).contains("LIVE");
        assertThat(state(waiting)).contains("CREATED");

        observed.pass(Duration.ofSeconds(11));
        timeouts.abortTimedOut();
        assertThat(state(match)).contains("ABORTED");
    }

    @Test
    void endsAMatchThatRunsForever() {
        UUID match = fixture.live(alice, bob);
        observed.pass(limits.playing().plusSeconds(1));
        mutate(fixture.gameServer(), "heartbeatMatch", match);

        timeouts.abortTimedOut();

        assertThat(state(match)).isEqualTo("{\"status\":\"ABORTED\",\"finishReason\":\"TIMEOUT\"}");
    }

    private String state(UUID match) {
        JsonNode found = fixture.visitor().data("{ match(id: \"%s\") { status finishReason } }".formatted(match));
        return found.get("match").toString();
    }
}
