package ft.transcendence.federation.planner.tree;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.operation.ObjectTypes;
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
 * Groups the object types of a node by how a field of theirs can be resolved. Nodes of the same shape share the result, so adding a field to
 * the query tree takes time in proportion to its groups, however many types an interface has.
 *
 * <p>Not thread-safe; create one per planned operation.
 */
final class FieldGroups {
    private final QueryGraph graph;
    private final Reachability reachability;
    private final Map<List<Object>, Shape> shapes = new HashMap<>();
    private final Map<FieldKey, List<Group>> groups = new HashMap<>();
    private final Map<FieldKey, List<Boolean>> givenByDirectMoves = new HashMap<>();
    private final Map<NodeKey, List<EntityMovePattern>> patterns = new HashMap<>();

    /** What nodes have in common whose object types and candidates are alike. Compared by identity. */
    static final class Shape {}

    /**
     * Object types for which a field is resolved alike.
     *
     * @param resolutions one for each candidate of the node, in their order
     */
    record Group(ObjectTypes objectTypes, List<FieldResolution> resolutions) {}

    private record FieldKey(Shape shape, String field, ObjectTypes objectTypes) {}

    private record NodeKey(List<GraphNode> graphNodes, List<String> objectTypes) {}

    FieldGroups(QueryGraph graph, Reachability reachability) {
        this.graph = graph;
        this.reachability = reachability;
    }

    /** The groups of some object types of a node. */
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

    /** Whether the field can be resolved without an entity move from the node, as far as the object's type is concerned. */
    private static boolean isDirect(QueryTreeNode node, List<FieldResolution> signature) {
        List<PathCandidate> candidates = node.candidates();
        for (int i = 0; i < signature.size(); i++) {
            boolean resolves = signature.get(i) instanceof FieldEdge edge && !edge.hasRequirements();
            if (!(candidates.get(i) instanceof EntityMove)
                    && (resolves || signature.get(i) instanceof FieldResolution.Impossible)) {
                return true;
            }
        }
        return !node.hasManyTypes();
    }

    private FieldResolution resolve(PathCandidate candidate, String objectType, String field) {
        return candidate
                .graphNode(objectType)
                .map(graphNode -> graph.resolve(graphNode, objectType, field))
                .orElse(FieldResolution.UNAVAILABLE);
    }

    /** For each direct move of a node, whether a path along it resolves the field for all these object types. */
    List<Boolean> givenByDirectMoves(QueryTreeNode node, String field, ObjectTypes objectTypes) {
        return givenByDirectMoves.computeIfAbsent(
                new FieldKey(shape(node), field, objectTypes), key -> node.directMoves().stream()
                        .map(direct ->
                                objectTypes.stream().allMatch(objectType -> resolves(node, direct, objectType, field)))
                        .toList());
    }

    private boolean resolves(QueryTreeNode node, PathCandidate direct, String objectType, String field) {
        GraphNode graphNode = direct.graphNode(objectType).orElseThrow();
        if (graph.resolve(graphNode, objectType, field) instanceof FieldResolution.Impossible) {
            return true;
        }
        return reachability.follow(List.of(graphNode), objectType, !node.hasManyTypes()).all().stream()
                .anyMatch(reached -> graph.resolve(reached, objectType, field) instanceof FieldEdge);
    }

    /** The entity moves of a node that has only direct moves so far. */
    List<EntityMovePattern> entityMoves(QueryTreeNode node) {
        return patterns.computeIfAbsent(
                new NodeKey(node.directGraphNodes(), node.objectTypes()), ignored -> patterns(node));
    }

    private List<EntityMovePattern> patterns(QueryTreeNode node) {
        Map<String, Map<String, GraphNode>> byType = new LinkedHashMap<>();
        Map<GraphNode, Map<String, GraphNode>> byInterface = new LinkedHashMap<>();
        List<EntityMovePattern> rootTypeMoves = new ArrayList<>();
        for (String objectType : node.objectTypes()) {
            Reachability.ReachableNodes reachable =
                    reachability.follow(node.directGraphNodes(), objectType, !node.hasManyTypes());
            Optional<EntityMovePattern.Kind> rootTypeKind = graph.rootKind(objectType)
                    .map(kind -> kind == OperationKind.MUTATION
                            ? EntityMovePattern.Kind.MUTATION
                            : EntityMovePattern.Kind.QUERY);
            if (rootTypeKind.isPresent()) {
                reachable
                        .entered()
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
        byType.forEach((subgraph, graphNodes) ->
                found.add(new EntityMovePattern(subgraph, graphNodes, EntityMovePattern.Kind.ENTITIES)));
        byInterface.forEach((graphNode, graphNodes) -> found.add(
                new EntityMovePattern(graphNode.subgraph(), graphNodes, EntityMovePattern.Kind.BY_INTERFACE)));
        return found;
    }
}
