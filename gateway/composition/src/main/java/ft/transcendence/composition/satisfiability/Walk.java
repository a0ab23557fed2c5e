package ft.transcendence.composition.satisfiability;

import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.planner.graph.GraphNode;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * Takes every path of the API schema together with all ways in which subgraphs can serve it, shortest paths first.
 *
 * <p>A state is an object type with the graph nodes that hold the object. A state in which everything can be resolved that could be resolved in an
 * earlier one is not walked again. States are compared by what their keys lead to and not by where they start, so that an entity is walked once
 * although a hundred subgraphs refer to it.
 *
 * <p>Abstract types are walked by runtime type. A type that some subgraph cannot return where the path has it never occurs there: whichever subgraph
 * is asked, the result must be the same.
 */
final class Walk {
    /** Whether a path remembers which labels of {@code @override}s it assumed. */
    enum Labels {
        REMEMBERED,

        /**
         * Every label is open again at every object. That asks for more than is needed, also for labels that change on the way, but states do not multiply
         * with each label. What passes needs no exact walk.
         */
        FORGOTTEN
    }

    /** Comparing more states would take longer than anybody waits. Each label of an {@code @override} on a path doubles its states. */
    private static final long MOST_COMPARISONS = 100_000_000;

    private final Schema api;
    private final ServingGraph graph;
    private final SharedRuntimeTypes sharedRuntimeTypes;
    private final Failures failures;
    private final Labels labels;
    private final Queue<WalkState> queue = new ArrayDeque<>();
    private final Map<String, List<WalkState>> seen = new HashMap<>();
    private long comparisons;

    Walk(Schema api, ServingGraph graph, SharedRuntimeTypes sharedRuntimeTypes, Failures failures, Labels labels) {
        this.api = api;
        this.graph = graph;
        this.sharedRuntimeTypes = sharedRuntimeTypes;
        this.failures = failures;
        this.labels = labels;
    }

    void run() {
        api.roots().forEach((kind, type) -> enter(graph.root(new ApiPath.Root(kind), type)));
        drain();
    }

    private void drain() {
        WalkState state;
        while ((state = queue.poll()) != null) {
            if (comparisons > MOST_COMPARISONS) {
                failures.tooManyStates();
                return;
            }
            fields(state);
        }
    }

    private void enter(WalkState reached) {
        WalkState state =
                switch (labels) {
                    case REMEMBERED -> reached;
                    case FORGOTTEN -> reached.with(LabelChoices.NONE);
                };
        List<WalkState> earlier = seen.computeIfAbsent(state.objectType(), type -> new ArrayList<>());
        comparisons += earlier.size();
        if (earlier.stream().noneMatch(state::isAtLeast)) {
            earlier.add(state);
            queue.add(state);
        }
    }

    private void fields(WalkState state) {
        NamedType type = api.type(state.objectType()).orElseThrow();
        Set<ContextValues.Value> contexts = graph.contextsBelow(state);
        for (Field field : type.fields().values()) {
            for (LabelChoices choices : graph.labels(state, field)) {
                field(state.with(choices), field, contexts);
            }
        }
    }

    private void field(WalkState state, Field field, Set<ContextValues.Value> contexts) {
        ApiPath path = new ApiPath.FieldStep(state.path(), field);
        Set<GraphNode> values = graph.values(state, field.name());
        if (values.isEmpty()) {
            failures.field(state, field, path);
            return;
        }
        if (path.isMutationField() && values.size() > 1) {
            mutation(state, field, values, contexts);
            return;
        }
        value(new WalkState(path, state.objectType(), state.objects(), contexts, state.labels()), field, values);
    }

    /** A mutation is called once, so that the subgraph that is called must serve its result whole, with the help of keys. */
    private void mutation(WalkState state, Field field, Set<GraphNode> values, Set<ContextValues.Value> contexts) {
        Map<String, Failures> bySubgraph = new LinkedHashMap<>();
        ApiPath path = new ApiPath.FieldStep(state.path(), field);
        for (GraphNode value : values) {
            Failures ofSubgraph = failures.ofMutation();
            Walk walk = new Walk(api, graph, sharedRuntimeTypes, ofSubgraph, labels);
            walk.value(
                    new WalkState(path, state.objectType(), state.objects(), contexts, state.labels()),
                    field,
                    Set.of(value));
            walk.drain();
            bySubgraph.put(value.subgraph(), ofSubgraph);
        }
        sharedRuntimeTypes.check(path, state.objectType(), field, values);
        failures.mutation(field, bySubgraph);
    }

    /** @param state has the path and the contexts of the value */
    private void value(WalkState state, Field field, Set<GraphNode> values) {
        NamedType type = api.types().get(field.type().namedType());
        if (type == null || !type.kind().isComposite()) {
            return;
        }
        if (type.kind() == TypeKind.OBJECT) {
            enter(graph.object(state, type.name(), values));
            return;
        }
        if (!sharedRuntimeTypes.check(state.path(), state.objectType(), field, values)) {
            return;
        }
        for (String objectType : runtimeTypes(type)) {
            if (values.stream().noneMatch(value -> graph.neverHolds(value, type, objectType))) {
                runtimeType(state, type, objectType, values);
            }
        }
    }

    private void runtimeType(WalkState state, NamedType type, String objectType, Set<GraphNode> values) {
        ApiPath path = new ApiPath.TypeStep(state.path(), objectType);
        WalkState narrowed = graph.runtimeType(state, path, objectType, values);
        if (narrowed.objects().isEmpty()) {
            failures.runtimeType(state, type, values, path);
        } else {
            enter(narrowed);
        }
    }

    private Collection<String> runtimeTypes(NamedType type) {
        return type.kind() == TypeKind.UNION ? type.members() : api.implementations(type.name());
    }
}
