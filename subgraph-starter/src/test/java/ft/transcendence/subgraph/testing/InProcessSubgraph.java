package ft.transcendence.subgraph.testing;

import com.netflix.graphql.dgs.DgsQueryExecutor;
import ft.transcendence.subgraph.security.TestAuthentication;
import ft.transcendence.testkit.dgs.DgsSubgraph;
import ft.transcendence.testkit.subgraph.SubgraphExecutor;
import org.springframework.context.ApplicationContext;

/** The application under test as a subgraph of a graph within this JVM. */
public final class InProcessSubgraph {

    private static final String BEARER = "Bearer ";

    private InProcessSubgraph() {}

    /** Executes requests as the caller whose access token is in the header {@code Authorization}; without one, as an anonymous caller. */
    public static SubgraphExecutor of(ApplicationContext application) {
        SubgraphExecutor subgraph = DgsSubgraph.of(application.getBean(DgsQueryExecutor.class));
        TestAuthentication authentication = new TestAuthentication(application);
        return call -> call.header("Authorization")
                .map(header -> header.substring(BEARER.length()))
                .map(token -> authentication.as(token, () -> subgraph.execute(call)))
                .orElseGet(() -> subgraph.execute(call));
    }
}
