package ft.transcendence.testkit;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Builds a graph once for a test class and its nested classes, gives it to the parameters of its methods, and adds to the failure of a test what the
 * graph executed for it: operations, plans, requests and responses.
 *
 * <pre>
 * &#64;RegisterExtension
 * static final FederatedGraphExtension GRAPH = FederatedGraphExtension.of(() -&gt; FederatedGraph.builder()…build());
 *
 * &#64;Test
 * void joinsUsersAndMatches(FederatedGraph graph) {
 * }</pre>
 *
 * <p>Needs JUnit Jupiter 5 or 6.
 */
public final class FederatedGraphExtension
        implements BeforeEachCallback, ParameterResolver, TestExecutionExceptionHandler {

    private final Function<ExtensionContext, FederatedGraph> factory;
    private final Namespace namespace = Namespace.create(FederatedGraphExtension.class, this);

    private FederatedGraphExtension(Function<ExtensionContext, FederatedGraph> factory) {
        this.factory = factory;
    }

    /** @param factory called before the first test that needs the graph */
    public static FederatedGraphExtension of(Supplier<FederatedGraph> factory) {
        return new FederatedGraphExtension(context -> factory.get());
    }

    /** @param factory gets JUnit's context, from which {@code SpringExtension.getApplicationContext} takes the beans of the application under test */
    public static FederatedGraphExtension using(Function<ExtensionContext, FederatedGraph> factory) {
        return new FederatedGraphExtension(factory);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FederatedGraph.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        FederatedGraph graph = graph(context);
        return history(context).map(graph::recording).orElse(graph);
    }

    /** Begins a history, so that tests that run at the same time have one each. */
    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(namespace).put(History.class, new History());
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        history(context)
                .map(History::text)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> failure.addSuppressed(new GraphReport(text)));
        throw failure;
    }

    private Optional<History> history(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(namespace).get(History.class, History.class));
    }

    private synchronized FederatedGraph graph(ExtensionContext context) {
        ExtensionContext.Store store = outermostClass(context).getStore(namespace);
        FederatedGraph known = store.get(FederatedGraph.class, FederatedGraph.class);
        if (known != null) {
            return known;
        }
        FederatedGraph built = factory.apply(context);
        store.put(FederatedGraph.class, built);
        return built;
    }

    private static ExtensionContext outermostClass(ExtensionContext context) {
        return context.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .map(FederatedGraphExtension::outermostClass)
                .orElse(context);
    }

    /** What the graph executed for a test that failed. It is not a failure itself, and has no stack trace. */
    private static final class GraphReport extends Exception {

        private static final long serialVersionUID = 1L;

        GraphReport(String text) {
            super("What the graph executed for this test\n" + text, null, false, false);
        }
    }
}
