package ft.transcendence.testkit;

import ft.transcendence.federation.Caller;
import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.IncrementalFormat;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.engine.FederationEngine;
import ft.transcendence.federation.engine.PlanExplanation;
import ft.transcendence.testkit.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An operation of a client, to be executed by a {@link FederatedGraph}. Can be executed several times. Not thread-safe. */
public final class GraphOperation {

    private final FederationEngine engine;
    private final Duration patience;
    private final History history;
    private final String document;
    private @Nullable String operationName;
    private final Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, Object> context = new LinkedHashMap<>();
    private Consumer<RequestContext.Builder> settings = request -> {};

    GraphOperation(FederationEngine engine, Duration patience, History history, String document) {
        this.engine = engine;
        this.patience = patience;
        this.history = history;
        this.document = document;
    }

    /** Which operation of the document is meant. */
    public GraphOperation operationName(String name) {
        this.operationName = name;
        return this;
    }

    /** @param value a JSON value; what is not one is sent as its text */
    public GraphOperation variable(String name, @Nullable Object value) {
        variables.put(name, value);
        return this;
    }

    public GraphOperation variables(Map<String, ?> values) {
        variables.putAll(values);
        return this;
    }

    /** Sets a header that every subgraph gets. */
    public GraphOperation header(String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
        return this;
    }

    /** Sets a value that the executors of subgraphs get, and data fetchers in the {@code GraphQLContext}. */
    public GraphOperation context(String name, Object value) {
        context.put(name, value);
        return this;
    }

    /** Sets who calls, for {@code @authenticated}, {@code @requiresScopes} and {@code @policy}. By default the caller is anonymous. */
    public GraphOperation caller(Caller caller) {
        return request(builder -> builder.caller(caller));
    }

    /** Changes settings of the engine's request, such as active override labels. */
    public GraphOperation request(Consumer<RequestContext.Builder> settings) {
        this.settings = this.settings.andThen(settings);
        return this;
    }

    /** Executes the query or mutation. Deferred fragments are part of the one response. */
    public FederatedResponse execute() {
        RequestLog log = new RequestLog();
        CompletableFuture<GraphQLResponse> response = engine.execute(graphQLRequest(), requestContext(log));
        history.add(() -> report(
                log,
                response.isDone() && !response.isCompletedExceptionally()
                        ? response.join().bodyAsString()
                        : "none"));
        GraphQLResponse answer = Patience.await(response, patience, () -> missing(log));
        return new FederatedResponse(answer, log.all(), this::planText);
    }

    /** Executes the subscription; each item of the stream is an event. */
    public FederatedStream subscribe() {
        RequestLog log = new RequestLog();
        return stream(log, engine.subscribe(graphQLRequest(), requestContext(log)));
    }

    /** Executes the query or mutation; the first item of the stream is the response without deferred fragments, the others deliver these. */
    public FederatedStream executeIncrementally() {
        RequestLog log = new RequestLog();
        return stream(
                log, engine.executeIncrementally(graphQLRequest(), requestContext(log), IncrementalFormat.PENDING));
    }

    /**
     * The query plan. Fields that the caller may not see are not in it.
     *
     * @throws ft.transcendence.federation.engine.ExplanationException if the operation is invalid
     */
    public String plan() {
        return explanation().text(PlanExplanation.Step.PLAN);
    }

    /** How the operation is planned, step by step. */
    public PlanExplanation explanation() {
        return engine.explain(graphQLRequest(), requestContext(new RequestLog()));
    }

    private FederatedStream stream(RequestLog log, Flow.Publisher<GraphQLResponse> items) {
        FederatedStream stream = new FederatedStream(log, patience, this::planText, () -> missing(log));
        history.add(() -> report(log, stream.itemsSoFar()));
        items.subscribe(stream.subscriber());
        return stream;
    }

    @SuppressWarnings("NullAway") // variables may be null, which the request's type does not say
    private GraphQLRequest graphQLRequest() {
        return new GraphQLRequest(document, operationName, Json.readObject(Json.write(variables)), Map.of());
    }

    private RequestContext requestContext(RequestLog log) {
        RequestContext.Builder builder = RequestContext.builder();
        settings.accept(builder);
        return new OperationSession(headers, context, log).attachTo(builder).build();
    }

    private String planText() {
        try {
            return plan();
        } catch (RuntimeException notPlanned) {
            return "There is no plan: " + notPlanned.getMessage();
        }
    }

    private String missing(RequestLog log) {
        return "There is no response to the operation. Requests so far:\n" + Report.requests(log.all()) + "No response";
    }

    private String report(RequestLog log, String response) {
        return Report.of(document, variables, planText(), log.all(), response);
    }
}
