package ft.transcendence.users;

import ft.transcendence.subgraph.testing.LiveListeners;
import ft.transcendence.subgraph.testing.StatementCounter;
import ft.transcendence.subgraph.testing.SubgraphTest;
import ft.transcendence.subgraph.testing.TestEnvironment;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test of the whole subgraph. All of them share one application context. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SubgraphTest
@ContextConfiguration(initializers = {TestEnvironment.class, KeycloakEnvironment.class})
@Import({Players.class, LiveListeners.class, StatementCounter.class})
public @interface UsersTest {}
