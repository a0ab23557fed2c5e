package ft.transcendence.matches.testing;

import ft.transcendence.subgraph.testing.LiveListeners;
import ft.transcendence.subgraph.testing.StatementCounter;
import ft.transcendence.subgraph.testing.SubgraphTest;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of the whole subgraph with real PostgreSQL and Kafka. All of them share one application. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SubgraphTest
@Import({TestSubgraph.class, ServerFixture.class, ObservedClock.class, LiveListeners.class, StatementCounter.class})
@TestPropertySource(
        properties = {
            "matches.timeouts.check-every=1d", // tests run the checks themselves
            "matches.scores.store-every=1d",
            "matches.servers.check-every=1d",
            "matches.challenge.check-every=1d",
            "matches.seasons.check-every=1d",
            "matches.tickets.encryption-key=0123456789abcdef0123456789abcdef",
            "matches.tickets.check-every=1d",
            "matches.observation.every=1d", // and decide what was observed
            "matches.doubts.time-per-point=0s", // tests play fast
            "matches.doubts.same-pair=12", // and often
            "matches.doubts.new-player-matches=13",
            "matches.queue.match-every=1d",
            "matches.tournament.check-every=1d",
            "matches.leaderboard.rank-age=0s" // no caching, so that tests see their own changes
        })
public @interface MatchesTest {}
