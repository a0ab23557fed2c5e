package ft.transcendence.users;

import ft.transcendence.subgraph.testing.TestGraphQL;
import ft.transcendence.subgraph.testing.TestIdentity;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Creates players for tests. Each is new, so that tests do not affect each other. */
@TestComponent
public class Players {

    private static final AtomicInteger count = new AtomicInteger();

    /** A logged-in player with a profile. */
    public record Player(UUID id, String username, TestGraphQL graphql) {}

    private final Environment environment;

    @Autowired
    Players(Environment environment) {
        this.environment = environment;
    }

    public TestGraphQL anonymous() {
        return TestGraphQL.on(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    public TestGraphQL gameServer() {
        return anonymous().as(TestIdentity.instance().gameServer());
    }

    /** A player with a profile, whose username begins with this name. */
    public Player join(String name) {
        Player player = stranger(name);
        player.graphql().data("{ viewer { id } }");
        return player;
    }

    public List<Player> join(String name, int number) {
        return IntStream.range(0, number).mapToObj(ignored -> join(name)).toList();
    }

    /** A player who logged in but has not sent a request yet. */
    public Player stranger(String name) {
        UUID id = UUID.randomUUID();
        String username = name + count.incrementAndGet();
        return new Player(id, username, anonymous().as(TestIdentity.instance().player(id, username)));
    }
}
