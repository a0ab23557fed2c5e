package ft.transcendence.federation.differential;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.IncrementalFormat;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphErrorPolicy;
import ft.transcendence.federation.engine.FederationEngine;
import ft.transcendence.federation.subgraphs.Exchange;
import ft.transcendence.federation.subgraphs.InMemoryTransport;
import ft.transcendence.federation.subgraphs.Json;
import ft.transcendence.federation.subgraphs.SubgraphSchema;
import ft.transcendence.federation.subgraphs.SubgraphServer;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A supergraph with its subgraphs, its engine and its oracle, ready to run operations on. */
final class World {

    /**
     * The outcome of an operation.
     *
     * @param expected the oracle's response
     * @param actual the engine's response
     */
    record Outcome(
            Map<String, Object> expected,
            Map<String, @Nullable Object> actual,
            List<String> expectedMutations,
            List<String> actualMutations,
            List<Exchange> exchanges) {}

    private final Map<String, SimulatedSubgraph> subgraphs = new LinkedHashMap<>();
    private final List<String> mutations = Collections.synchronizedList(new ArrayList<>());
    private final InMemoryTransport transport;
    private final ShuffledTransport shuffled;
    private final FaultyTransport faulty;
    private final Oracle oracle;
    private final FederationEngine engine;

    World(WorldText text) {
        MergedData data = new MergedData(Json.fields(Json.read(text.data())));
        GraphQLSchema types = SubgraphServer.typesOf(ConsumerSchema.withInaccessible(text.supergraph()));
        Map<String, SubgraphSchema> schemas = new LinkedHashMap<>();
        text.subgraphs().forEach((name, sdl) -> schemas.put(name, SubgraphSchema.parse(sdl)));
        FieldSemantics semantics = new FieldSemantics(data, types, requirements(types, schemas.values()));
        schemas.forEach((name, schema) -> subgraphs.put(
                name, new SimulatedSubgraph(name, schema, overridden(name, schemas), data, semantics, mutations)));
        this.oracle = new Oracle(text.supergraph(), data, semantics, contexts(schemas.values()));
        this.transport = new InMemoryTransport(subgraphs);
        this.shuffled = new ShuffledTransport(transport);
        this.faulty = new FaultyTransport(shuffled);
        this.engine = FederationEngine.builder()
                .subgraphErrors(SubgraphErrorPolicy.including())
                .planOnCallingThread()
                .defer(60)
                .supergraph(text.supergraph())
                .transport(faulty)
                .build();
    }

    GraphQLSchema consumerSchema() {
        return oracle.schema();
    }

    FederationEngine engine() {
        return engine;
    }

    /** Runs the operation on the engine and on the oracle. */
    Outcome run(WorldText text) {
        return run(text, Set.of());
    }

    /** Runs the operation while these labels of progressive overrides are active. */
    Outcome run(WorldText text, Set<String> overrideLabels) {
        transport.takeExchanges();
        mutations.clear();
        Map<String, Object> expected = oracle.response(text);
        RequestContext context = RequestContext.builder()
                .allow(RequestContext.Feature.QUERY_PLAN)
                .overrideLabels(overrideLabels::contains)
                .build();
        byte[] body = execute(text, context, new Dice(text.operation().hashCode()));
        return new Outcome(
                expected,
                Json.fields(Json.read(body)),
                oracle.mutations(),
                List.copyOf(mutations),
                transport.takeExchanges());
    }

    /**
     * Runs the operation on the engine while one subgraph request has a fault.
     *
     * @param requestsBefore the number of requests that pass before
     * @return the response's body
     */
    byte[] runWithFault(WorldText text, Fault fault, int requestsBefore, Dice dice) {
        transport.takeExchanges();
        faulty.prepare(fault, requestsBefore, dice);
        RequestContext.Builder context = RequestContext.builder();
        if (fault == Fault.NO_RESPONSE) {
            context.deadline(Instant.now().plusMillis(30));
        }
        try {
            return execute(text, context.build(), dice);
        } finally {
            faulty.prepare(Fault.NONE, -1, dice);
        }
    }

    /**
     * Runs the operation on the engine with a response in parts.
     *
     * @return the bodies of the parts
     */
    List<String> runInParts(WorldText text, IncrementalFormat format, Dice order) {
        transport.takeExchanges();
        PartCollector collector = new PartCollector();
        engine.executeIncrementally(
                        GraphQLRequest.of(text.operation(), text.variableValues()), RequestContext.anonymous(), format)
                .subscribe(collector);
        shuffled.respondToAll(order);
        return collector.parts();
    }

    /** Runs the operation on the engine with a response in parts, while one subgraph request has a fault. */
    List<String> runInPartsWithFault(
            WorldText text, IncrementalFormat format, Fault fault, int requestsBefore, Dice dice) {
        faulty.prepare(fault, requestsBefore, dice);
        try {
            return runInParts(text, format, dice);
        } finally {
            faulty.prepare(Fault.NONE, -1, dice);
        }
    }

    List<Exchange> takeExchanges() {
        return transport.takeExchanges();
    }

    private byte[] execute(WorldText text, RequestContext context, Dice order) {
        CompletableFuture<GraphQLResponse> response =
                engine.execute(GraphQLRequest.of(text.operation(), text.variableValues()), context);
        shuffled.respondToAll(order);
        if (context.deadline().isPresent()) {
            CompletableFuture.anyOf(response)
                    .completeOnTimeout(null, 10, TimeUnit.SECONDS)
                    .join();
        }
        if (!response.isDone()) {
            throw new IllegalStateException("Every subgraph has responded, but the engine has not");
        }
        return response.join().bodyAsBytes();
    }

    private static Set<String> overridden(String subgraph, Map<String, SubgraphSchema> schemas) {
        Set<String> coordinates = new HashSet<>();
        schemas.values().forEach(schema -> coordinates.addAll(schema.overriddenFrom(subgraph)));
        return coordinates;
    }

    private static Map<String, Oracle.Context> contexts(Collection<SubgraphSchema> schemas) {
        Map<String, Oracle.Context> contexts = new LinkedHashMap<>();
        schemas.forEach(schema -> schema.contextArguments()
                .forEach((coordinate, argument) ->
                        contexts.put(coordinate, new Oracle.Context(argument, schema.settersOf(argument.context())))));
        return contexts;
    }

    /** Every requirement by {@code ObjectType.field}, those of interface objects by every implementation. */
    private static Map<String, SelectionSet> requirements(GraphQLSchema types, Collection<SubgraphSchema> schemas) {
        Map<String, SelectionSet> requirements = new LinkedHashMap<>();
        schemas.forEach(schema -> schema.requirements().forEach((coordinate, fieldSet) -> {
            String[] typeAndField = coordinate.split("\\.");
            if (types.getType(typeAndField[0]) instanceof GraphQLInterfaceType abstractType) {
                types.getImplementations(abstractType)
                        .forEach(type -> requirements.put(type.getName() + "." + typeAndField[1], fieldSet));
            } else {
                requirements.put(coordinate, fieldSet);
            }
        }));
        return requirements;
    }
}
