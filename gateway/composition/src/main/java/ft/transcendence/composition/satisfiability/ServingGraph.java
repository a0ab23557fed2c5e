package ft.transcendence.composition.satisfiability;

import ft.transcendence.composition.satisfiability.ObjectReach.Typename;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.federation.planner.graph.FieldResolution.FieldEdge;
import ft.transcendence.federation.planner.graph.GraphNode;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.graph.Reachability;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.SupergraphField;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How subgraphs serve the objects of a path: the query graph that the engine plans on.
 *
 * <p>Each way to serve a path counts by itself: an object that two subgraphs return is followed from each of them, and not by a key of which each has a
 * part. The engine could plan that, but other gateways cannot. See {@link Reachability.Conditions}.
 *
 * <p>Keys and requirements use no fields that the label of an {@code @override} moves, because operations do not say which of its labels matter.
 */
final class ServingGraph {
    private final QueryGraph graph;
    private final QueryGraph conditionGraph;
    private final Reachability reachability;
    private final ObjectReach objects;
    private final ContextValues contexts;
    private final Map<LabelChoices, QueryGraph> graphs = new HashMap<>();

    ServingGraph(Supergraph supergraph) {
        graph = new QueryGraph(supergraph);
        conditionGraph = graph.withUnknownLabels();
        reachability = new Reachability(conditionGraph, Reachability.Conditions.FROM_WHERE_THEY_START);
        objects = new ObjectReach(conditionGraph, reachability);
        contexts = new ContextValues(supergraph, reachability);
    }

    Supergraph supergraph() {
        return graph.supergraph();
    }

    /** Whether any {@code @override} has a label. */
    boolean hasLabels() {
        return supergraph().types().values().stream()
                .flatMap(type -> type.fields().values().stream())
                .flatMap(field -> field.joins().values().stream())
                .anyMatch(join -> join.overrideLabel().isPresent());
    }

    /** The graph for keys and requirements. */
    QueryGraph graph() {
        return conditionGraph;
    }

    QueryGraph graph(LabelChoices labels) {
        return graphs.computeIfAbsent(labels, choices -> graph.withActiveLabels(choices.active()));
    }

    Reachability reachability() {
        return reachability;
    }

    /** The root object of operations, in all subgraphs that have it. */
    WalkState root(ApiPath.Root path, String rootType) {
        List<GraphNode> starts = new ArrayList<>();
        supergraph().type(rootType).ifPresent(type -> type.joins()
                .keySet()
                .forEach(subgraph -> starts.add(new GraphNode(subgraph, rootType, FieldSet.EMPTY))));
        return new WalkState(
                path, rootType, objects.reach(starts, rootType, Typename.KNOWN), Set.of(), LabelChoices.NONE);
    }

    /** The state of a field's value if the field's type is an object type. */
    WalkState object(WalkState state, String objectType, Set<GraphNode> values) {
        return state.at(state.path(), objectType, objects.reach(values, objectType, Typename.KNOWN));
    }

    /** The state of a field's value if it is of one of several types. */
    WalkState runtimeType(WalkState state, ApiPath path, String objectType, Set<GraphNode> values) {
        List<ReachableObject> reached = objects.reach(values, objectType, Typename.UNKNOWN).stream()
                .filter(this::tellsItsType)
                .toList();
        return state.at(path, objectType, reached);
    }

    private boolean tellsItsType(ReachableObject object) {
        return object.reachable().all().stream()
                .anyMatch(node -> !graph.isInterfaceObject(node.subgraph(), node.localType()));
    }

    /** Whether a subgraph can never return objects of a type where it returns an abstract type. */
    boolean neverHolds(GraphNode node, NamedType type, String objectType) {
        boolean isObject = supergraph()
                .type(node.localType())
                .filter(local -> local.kind() == TypeKind.OBJECT)
                .isPresent();
        return !(isObject && type.kind() == TypeKind.INTERFACE)
                && !graph.possibleTypes(node.subgraph(), node.localType()).contains(objectType);
    }

    /** The choices of labels under which a field has to be resolved. */
    List<LabelChoices> labels(WalkState state, Field field) {
        Optional<SupergraphField> definition = field(state.objectType(), field.name());
        return definition.isEmpty() ? List.of(state.labels()) : state.labels().forField(definition.get());
    }

    private Optional<SupergraphField> field(String objectType, String field) {
        return supergraph().type(objectType).flatMap(type -> type.field(field));
    }

    Set<ContextValues.Value> contextsBelow(WalkState state) {
        return contexts.below(state.contexts(), state.objectType(), state.objects());
    }

    /** Where subgraphs hold the value of a field; empty if none can resolve it. */
    Set<GraphNode> values(WalkState state, String field) {
        QueryGraph labelled = graph(state.labels());
        Optional<SupergraphField> definition = field(state.objectType(), field);
        Set<GraphNode> values = new LinkedHashSet<>();
        for (ReachableObject object : state.objects()) {
            for (GraphNode node : object.special()) {
                follow(labelled, state, object, node, field, values);
            }
            if (definition.isPresent()) {
                for (String subgraph : definition.get().joins().keySet()) {
                    GraphNode node = object.plain().get(subgraph);
                    if (node != null) {
                        follow(labelled, state, object, node, field, values);
                    }
                }
            }
        }
        return values;
    }

    private void follow(
            QueryGraph labelled,
            WalkState state,
            ReachableObject object,
            GraphNode node,
            String field,
            Set<GraphNode> values) {
        if (labelled.resolve(node, state.objectType(), field) instanceof FieldEdge edge
                && isUsable(state, object, node, edge)) {
            values.add(new GraphNode(node.subgraph(), edge.type().namedType(), edge.provided()));
        }
    }

    private boolean isUsable(WalkState state, ReachableObject object, GraphNode node, FieldEdge edge) {
        return !edge.hasRequirements()
                || edge.contextArguments().stream()
                                .allMatch(argument -> ContextValues.supply(state.contexts(), argument))
                        && reachability.canSend(object.reachable(), node, state.objectType(), edge.requires());
    }
}
