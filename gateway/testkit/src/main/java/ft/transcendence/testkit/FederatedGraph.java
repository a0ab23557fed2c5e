package ft.transcendence.testkit;

import ft.transcendence.composition.CompositionHint;
import ft.transcendence.composition.CompositionResult;
import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.composer.Composer;
import ft.transcendence.federation.SubgraphErrorPolicy;
import ft.transcendence.federation.engine.FederationEngine;
import ft.transcendence.testkit.stub.StubSubgraph;
import ft.transcendence.testkit.subgraph.SubgraphExecutor;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Several subgraphs as one graph, within this JVM and without HTTP: composed, planned and executed as a gateway does it.
 *
 * <p>Thread-safe. Building one takes some tenths of a second for large schemas, so tests share it; {@link FederatedGraphExtension} helps with that.
 */
public final class FederatedGraph {

    private final FederationEngine engine;
    private final CompositionResult.Composed composition;
    private final Duration patience;
    private final History history;

    private FederatedGraph(
            FederationEngine engine, CompositionResult.Composed composition, Duration patience, History history) {
        this.engine = engine;
        this.composition = composition;
        this.patience = patience;
        this.history = history;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Executes a document with one operation and no variables. */
    public FederatedResponse execute(String document) {
        return operation(document).execute();
    }

    /** Executes a document with one operation. */
    public FederatedResponse execute(String document, Map<String, ?> variables) {
        return operation(document).variables(variables).execute();
    }

    /** An operation whose variables, headers and the like can be set before it is executed. */
    public GraphOperation operation(String document) {
        return new GraphOperation(engine, patience, history, document);
    }

    /**
     * The query plan of a document with one operation.
     *
     * @throws ft.transcendence.federation.engine.ExplanationException if the operation is invalid
     */
    public String plan(String document) {
        return operation(document).plan();
    }

    /** The composed supergraph, as a gateway reads it. */
    public String supergraph() {
        return composition.supergraphSdl();
    }

    /** The schema that clients see. */
    public String apiSchema() {
        return composition.apiSdl();
    }

    /** What the composer noticed. */
    public List<CompositionHint> hints() {
        return composition.hints();
    }

    /** The same graph with another history. */
    FederatedGraph recording(History other) {
        return new FederatedGraph(engine, composition, patience, other);
    }

    /** Collects the subgraphs. */
    public static final class Builder {

        private final List<SubgraphInput> inputs = new ArrayList<>();
        private final Map<String, SubgraphExecutor> executors = new LinkedHashMap<>();
        private Duration patience = Duration.ofSeconds(30);
        private Consumer<FederationEngine.Builder> settings = engine -> {};

        private Builder() {}

        /**
         * Adds a subgraph.
         *
         * @param graphql built with a library for federation, so that it answers {@code { _service { sdl } }}
         * @throws IllegalStateException if it does not
         */
        public Builder subgraph(String name, GraphQL graphql) {
            return subgraph(name, SubgraphExecutor.of(graphql));
        }

        /** Adds a subgraph that is executed with graphql-java's default settings. */
        public Builder subgraph(String name, GraphQLSchema schema) {
            return subgraph(name, SubgraphExecutor.of(schema));
        }

        /** Adds a subgraph that any other framework executes. */
        public Builder subgraph(String name, SubgraphExecutor executor) {
            return subgraph(name, ServiceSdl.of(name, executor, patience), executor);
        }

        /** Adds a subgraph whose schema does not come from {@code { _service { sdl } }}. */
        public Builder subgraph(String name, String sdl, SubgraphExecutor executor) {
            if (executors.put(name, executor) != null) {
                throw new IllegalArgumentException("There are two subgraphs named " + name);
            }
            inputs.add(new SubgraphInput(name, "http://" + name + ".invalid/graphql", sdl));
            return this;
        }

        /** Adds a subgraph of which there is the schema only: all its values are generated. */
        public Builder stub(String name, String sdl) {
            return stub(name, StubSubgraph.of(sdl));
        }

        /** Adds a subgraph of which there is the schema only. */
        public Builder stub(String name, StubSubgraph stub) {
            return subgraph(name, stub.sdl(), stub);
        }

        /** How long a test waits for subgraphs before it fails; 30 seconds by default. */
        public Builder patience(Duration patience) {
            this.patience = patience;
            return this;
        }

        /**
         * Changes settings of the engine, such as its limits or {@code defer}. By default clients see the errors of subgraphs unchanged, and operations are
         * planned and executed on the test's thread.
         */
        public Builder engine(Consumer<FederationEngine.Builder> settings) {
            this.settings = this.settings.andThen(settings);
            return this;
        }

        /**
         * Composes the subgraphs.
         *
         * @throws CompositionFailedException if they do not compose
         */
        public FederatedGraph build() {
            return switch (Composer.compose(inputs)) {
                case CompositionResult.Refused refused ->
                    throw new CompositionFailedException(executors.keySet(), refused.errors());
                case CompositionResult.Composed composed ->
                    new FederatedGraph(engine(composed), composed, patience, History.NONE);
            };
        }

        private FederationEngine engine(CompositionResult.Composed composed) {
            FederationEngine.Builder engine = FederationEngine.builder()
                    .supergraph(composed.supergraphSdl())
                    .transport(new InProcessTransport(executors))
                    .subgraphErrors(SubgraphErrorPolicy.including())
                    .planOnCallingThread();
            settings.accept(engine);
            return engine.build();
        }
    }
}
