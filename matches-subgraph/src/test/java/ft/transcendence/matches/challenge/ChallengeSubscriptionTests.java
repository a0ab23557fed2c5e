package ft.transcendence.matches.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.matches.testing.ProfileSeeder;
import ft.transcendence.subgraph.testing.LiveListeners;
import ft.transcendence.subgraph.testing.TestEventStream;
import ft.transcendence.subgraph.testing.TestIdentity;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The subscription to a player's challenges. */
@MatchesTest
class ChallengeSubscriptionTests {

    @LocalServerPort
    private int port;

    @Autowired
    private MovableClock clock;

    @Autowired
    private LiveListeners live;

    private ChallengeFixture challenges;

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @BeforeEach
    void enter() {
        live.awaitReady();
        challenges = new ChallengeFixture(new MatchFixture(port));
        ProfileSeeder.of(List.of(ada, bob));
    }

    @Test
    void startsWithTheOpenChallengesAndContinuesWithChanges() {
        UUID declined = challenges.sent(ada, bob);
        challenges.answer(bob, "declineChallenge", declined);
        UUID open = challenges.sent(ada, bob);
        try (TestEventStream sender = watch(ada);
                TestEventStream receiver = watch(bob)) {
            assertThat(next(sender)).isEqualTo(open + " PENDING");
            assertThat(next(receiver)).isEqualTo(open + " PENDING");

            challenges.answer(bob, "acceptChallenge", open);
            assertThat(next(sender)).startsWith(open + " ACCEPTED CREATED");
            assertThat(next(receiver)).startsWith(open + " ACCEPTED CREATED");
        }
    }

    @Test
    void reportsNothingOfOthers() {
        UUID carol = UUID.randomUUID();
        ProfileSeeder.of(List.of(carol));
        try (TestEventStream stream = watch(ada)) {
            assertThat(next(stream)).isEmpty();
            challenges.sent(bob, carol);
            UUID own = challenges.sent(carol, ada);
            assertThat(next(stream)).isEqualTo(own + " PENDING");
        }
    }

    /** By the application's clock, which other tests move. */
    private TestEventStream watch(UUID player) {
        Date expiry = Date.from(clock.instant().plus(Duration.ofMinutes(4)));
        String token = TestIdentity.instance().token(player, "player", claims -> claims.expirationTime(expiry));
        return TestEventStream.open(port, token, "subscription { myChallenges { id status match { status } } }");
    }

    private static String next(TestEventStream stream) {
        return stream.next()
                .at("/data/myChallenges")
                .valueStream()
                .map(challenge -> challenge.get("id").asString() + " "
                        + challenge.get("status").asString() + " "
                        + challenge.at("/match/status").asString(""))
                .map(String::strip)
                .collect(Collectors.joining(", "));
    }
}
