package ft.transcendence.federation.planner.tree;

import ft.transcendence.federation.operation.ObjectTypes;
import ft.transcendence.federation.plan.selection.OperationKind;
import ft.transcendence.federation.planner.graph.FieldResolution;
import ft.transcendence.federation.planner.graph.FieldResolution.FieldEdge;
import ft.transcendence.federation.planner.graph.GraphNode;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.graph.Reachability;
import ft.transcendence.federation.planner.tree.PathCandidate.DirectMove;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * In which ways the object types of a place have a field. Places whose objects can be had alike give the same answers, which are
 * worked out once: laying out a field takes as long as there are groups, however many types an interface has.
 *
 * <p>Not thread-safe; made for one planning.
 */
final class FieldGroups {
    private final QueryGraph graph;
    private final Reachability reachability;
    private final Map<List<Object>, Shape> shapes = new HashMap<>();
    private final Map<FieldKey, List<Group>> groups = new HashMap<>();
    private final Map<FieldKey, List<Boolean>> givenByDirectMoves = new HashMap<>();
    private final Map<NodeKey, List<EntityMovePattern>> patterns = new HashMap<>();

    /** What places have in common whose objects can be had alike. Equal only to itself. */
    static final class Shape {}

    /**
     * Object types that have a field in the same ways.
     *
     * @param ways for each source of the place, in their order
     */
    record Group(ObjectTypes objectTypes, List<FieldResolution> resolutions) {}

    private record FieldKey(Shape shape, String field, ObjectTypes objectTypes) {}

    private record NodeKey(List<GraphNode> graphNodes, List<String> objectTypes) {}

    FieldGroups(QueryGraph graph, Reachability reachability) {
        this.graph = graph;
        this.reachability = reachability;
    }

    /** The groups of some object types of a place. */
    List<Group> of(QueryTreeNode node, String field, ObjectTypes objectTypes) {
        return groups.computeIfAbsent(
                new FieldKey(shape(node), field, objectTypes), key -> group(node, field, objectTypes));
    }

    private Shape shape(QueryTreeNode node) {
        return node.shape(() -> {
            List<Object> key = new ArrayList<>();
            key.add(node.objectTypes());
            for (PathCandidate candidate : node.candidates()) {
                key.add(
                        switch (candidate) {
                            case DirectMove direct -> direct.graphNode();
                            case EntityMove move -> move.pattern();
                        });
            }
            return shapes.computeIfAbsent(key, ignored -> new Shape());
        });
    }

    private List<Group> group(QueryTreeNode node, String field, ObjectTypes objectTypes) {
        Map<Object, List<String>> types = new LinkedHashMap<>();
        Map<Object, List<FieldResolution>> resolutions = new LinkedHashMap<>();
        for (String objectType : objectTypes) {
            List<FieldResolution> signature = node.candidates().stream()
                    .map(candidate -> resolve(candidate, objectType, field))
                    .toList();
            Object group = isDirect(node, signature)
                    ? signature
                    : List.of(signature, EntityProfile.of(graph, node, objectType));
            resolutions.put(group, signature);
            types.computeIfAbsent(group, ignored -> new ArrayList<>()).add(objectType);
        }
        return types.entrySet().stream()
                .map(group -> new Group(
                        group.getValue().size() == objectTypes.size() ? objectTypes : ObjectTypes.of(group.getValue()),
                        Objects.requireNonNull(resolutions.get(group.getKey()))))
                .toList();
    }

    /** Whether the field can be had without a hop from the place, as far as the object's type goes. */
    private static boolean isDirect(QueryTreeNode node, List<FieldResolution> signature) {
        List<PathCandidate> candidates = node.candidates();
        for (int i = 0; i < signature.size(); i++) {
            boolean gives = signature.get(i) instanceof FieldEdge edge && !edge.hasRequirements();
            if (!(candidates.get(i) instanceof EntityMove)
                    && (gives || signature.get(i) instanceof FieldResolution.Impossible)) {
                return true;
            }
        }
        return !node.hasManyTypes();
    }

    private FieldResolution resolve(PathCandidate candidate, String objectType, String field) {
        return candidate.graphNode(objectType)
                .map(graphNode -> graph.resolve(graphNode, objectType, field))
                .orElse(FieldResolution.UNAVAILABLE);
    }

    /** For each base of a place, whether a field can be had along it for all of these object types. */
    List<Boolean> givenByDirectMoves(QueryTreeNode node, String field, ObjectTypes objectTypes) {
        return givenByDirectMoves.computeIfAbsent(
                new FieldKey(shape(node), field, objectTypes), key -> node.directMoves().stream()
                        .map(direct -> objectTypes.stream().allMatch(objectType -> gives(node, direct, objectType, field)))
                        .toList());
    }

    private boolean gives(QueryTreeNode node, PathCandidate direct, String objectType, String field) {
        GraphNode graphNode = direct.graphNode(objectType).orElseThrow();
        if (graph.resolve(graphNode, objectType, field) instanceof FieldResolution.Impossible) {
            return true;
        }
        return reachability.follow(List.of(graphNode), objectType, !node.hasManyTypes()).all().stream()
                .anyMatch(reached -> graph.resolve(reached, objectType, field) instanceof FieldEdge);
    }

    /** The entity hops from a place that has only its bases so far. */
    List<EntityMovePattern> entityMoves(QueryTreeNode node) {
        return patterns.computeIfAbsent(
                new NodeKey(node.directGraphNodes(), node.objectTypes()), ignored -> patterns(node));
    }

    private List<EntityMovePattern> patterns(QueryTreeNode node) {
        Map<String, Map<String, GraphNode>> byType = new LinkedHashMap<>();
        Map<GraphNode, Map<String, GraphNode>> byInterface = new LinkedHashMap<>();
        List<EntityMovePattern> rootTypeMoves = new ArrayList<>();
        for (String objectType : node.objectTypes()) {
            Reachability.ReachableNodes reachable = reachability.follow(node.directGraphNodes(), objectType, !node.hasManyTypes());
            Optional<EntityMovePattern.Kind> rootTypeKind = graph.rootKind(objectType)
                    .map(kind -> kind == OperationKind.MUTATION ? EntityMovePattern.Kind.MUTATION : EntityMovePattern.Kind.QUERY);
            if (rootTypeKind.isPresent()) {
                reachable.entered()
                        .forEach((subgraph, graphNode) -> rootTypeMoves.add(
                                new EntityMovePattern(subgraph, Map.of(objectType, graphNode), rootTypeKind.get())));
                continue;
            }
            reachable.entered().forEach((subgraph, graphNode) -> byType.computeIfAbsent(
                            subgraph, ignored -> new LinkedHashMap<>())
                    .put(objectType, graphNode));
            reachable.enteredByInterface().forEach(graphNode -> byInterface
                    .computeIfAbsent(graphNode, ignored -> new LinkedHashMap<>())
                    .put(objectType, graphNode));
        }
        List<EntityMovePattern> found = new ArrayList<>(rootTypeMoves);
        byType.forEach(
                (subgraph, graphNodes) -> found.add(new EntityMovePattern(subgraph, graphNodes, EntityMovePattern.Kind.ENTITIES)));
        byInterface.forEach((graphNode, graphNodes) ->
                found.add(new EntityMovePattern(graphNode.subgraph(), graphNodes, EntityMovePattern.Kind.BY_INTERFACE)));
        return found;
    }
}
