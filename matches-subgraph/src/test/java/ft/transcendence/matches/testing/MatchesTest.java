package ft.transcendence.matches.testing;

import ft.transcendence.subgraph.testing.SubgraphTest;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of the whole subgraph with real PostgreSQL and Kafka; all of them share one application. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SubgraphTest
@Import(TestSubgraph.class)
@TestPropertySource(
        properties = {
            "matches.timeouts.check-every=1d", // tests look for overdue matches themselves
            "matches.leaderboard.rank-age=0s" // and want to see what they did
        })
public @interface MatchesTest {}
