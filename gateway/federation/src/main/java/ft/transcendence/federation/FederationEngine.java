package ft.transcendence.federation;

import ft.transcendence.federation.plan.OperationKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * Answers GraphQL operations over a federated supergraph: parse, limits, validate, normalize, plan, authorize, execute, project.
 *
 * <p>An engine is immutable and thread-safe; a new supergraph gets a new engine.
 */
public final class FederationEngine {

    private final SubgraphTransport transport;

    private FederationEngine(Builder builder) {
        this.transport = builder.transport;
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Runs a query or mutation.
     *
     * @return always completes normally with a response, whatever the client sent and whatever a subgraph did; cancelling it cancels
     *     the subgraph calls still running
     */
    public CompletableFuture<GraphQLResponse> execute(GraphQLRequest request, RequestContext context) {
        return CompletableFuture.completedFuture(notPlannedYet());
    }

    /**
     * Runs a subscription: one item per event, each completed from the other subgraphs. A request that cannot be subscribed to gives
     * one request error and completes. Any other operation gives its one response.
     */
    public Flow.Publisher<GraphQLResponse> subscribe(GraphQLRequest request, RequestContext context) {
        throw new UnsupportedOperationException("Subscriptions are not served yet by " + transport);
    }

    /** The kind of operation the request runs, empty when it is not a valid operation; {@link #execute} then says why. */
    public Optional<OperationKind> kindOf(GraphQLRequest request) {
        return Optional.empty();
    }

    /** The consumer schema as SDL: what clients may ask, without federation's own types and whatever is inaccessible. */
    public String consumerSchema() {
        throw new UnsupportedOperationException("No supergraph is read yet");
    }

    private static GraphQLResponse notPlannedYet() {
        byte[] body =
                "{\"errors\":[{\"message\":\"Operations are not planned yet\",\"extensions\":{\"code\":\"NOT_IMPLEMENTED\"}}]}"
                        .getBytes(StandardCharsets.UTF_8);
        return new GraphQLResponse(GraphQLResponse.Kind.REQUEST_ERROR, body, body.length);
    }

    /** Collects the parts of an engine; supergraph and transport are required. */
    public static final class Builder {

        private String supergraph = "";
        private SubgraphTransport transport =
                request -> CompletableFuture.failedFuture(new IllegalStateException("No transport"));
        private Limits limits = Limits.defaults();
        private int planCacheSize = 1_000;

        private Builder() {}

        /** The composed supergraph SDL. */
        public Builder supergraph(String sdl) {
            this.supergraph = sdl;
            return this;
        }

        public Builder transport(SubgraphTransport transport) {
            this.transport = transport;
            return this;
        }

        public Builder limits(Limits limits) {
            this.limits = limits;
            return this;
        }

        /** How many operations stay planned; the least used go first. 1,000 by default. */
        public Builder planCacheSize(int planCacheSize) {
            this.planCacheSize = planCacheSize;
            return this;
        }

        /**
         * Reads the supergraph and builds the engine.
         *
         * @throws IllegalArgumentException when the supergraph is broken, with the line and the reason
         */
        public FederationEngine build() {
            if (supergraph.isBlank() || planCacheSize < 1 || limits.maxDepth() < 1) {
                throw new IllegalArgumentException("An engine needs a supergraph");
            }
            return new FederationEngine(this);
        }
    }
}
