package ft.transcendence.federation.planner.graph;

import ft.transcendence.federation.planner.graph.FieldResolution.FieldEdge;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes which subgraphs an object can be followed into by its keys.
 *
 * <p>A least fixed point. It starts with the graph nodes that hold the object, and adds a subgraph as soon as one of its keys can be
 * resolved from the nodes found so far. Keys and requirements that lead through other entities are followed in the same way; one that leads
 * back to itself does not count. Every node found here can be reached by some plan. Which path is best is decided later.
 *
 * <p>Not thread-safe; create one per planned operation.
 */
public final class Reachability {
    private final QueryGraph graph;
    private final Map<Search, ReachableNodes> known = new HashMap<>();
    private final Set<Search> inProgress = new HashSet<>();

    private record Search(List<GraphNode> starts, String objectType, boolean typenameKnown) {}

    /**
     * The nodes reachable for an object of one type.
     *
     * @param entered by subgraph, the node entered by a key of the object type
     * @param enteredByInterface the nodes entered by a key of an interface
     */
    public record ReachableNodes(
            Map<String, GraphNode> entered, List<GraphNode> enteredByInterface, List<GraphNode> all) {}

    public Reachability(QueryGraph graph) {
        this.graph = graph;
    }

    /**
     * Follows an object of one type.
     *
     * @param typenameKnown true if its type is known without selecting {@code __typename}
     */
    public ReachableNodes follow(List<GraphNode> starts, String objectType, boolean typenameKnown) {
        List<GraphNode> relevant = starts.stream()
                .filter(start -> isPossible(start, objectType))
                .distinct()
                .toList();
        Search search = new Search(relevant, objectType, typenameKnown);
        ReachableNodes reachable = known.get(search);
        if (reachable != null) {
            return reachable;
        }
        if (!inProgress.add(search)) {
            return new ReachableNodes(Map.of(), List.of(), relevant);
        }
        ReachableNodes found = find(search);
        inProgress.remove(search);
        if (inProgress.isEmpty()) {
            known.put(search, found);
        }
        return found;
    }

    private boolean isPossible(GraphNode start, String objectType) {
        return graph.possibleTypes(start.subgraph(), start.localType()).contains(objectType);
    }

    private ReachableNodes find(Search search) {
        Map<String, GraphNode> entered = new LinkedHashMap<>();
        List<GraphNode> byInterface = new ArrayList<>();
        List<GraphNode> all = new ArrayList<>(search.starts());
        boolean grown = true;
        while (grown) {
            grown = enterByType(search, entered, all) | enterByInterface(search, byInterface, all);
        }
        return new ReachableNodes(entered, byInterface, all);
    }

    private boolean enterByType(Search search, Map<String, GraphNode> entered, List<GraphNode> all) {
        boolean grown = false;
        for (String subgraph : graph.supergraph().subgraphs().keySet()) {
            if (entered.containsKey(subgraph)) {
                continue;
            }
            for (KeyEdge edge : graph.keyEdges(subgraph, search.objectType())) {
                if (typenameIsKnown(search, edge, all) && covers(all, search.objectType(), edge.key())) {
                    GraphNode graphNode = new GraphNode(subgraph, edge.typename(), FieldSet.EMPTY);
                    entered.put(subgraph, graphNode);
                    all.add(graphNode);
                    grown = true;
                    break;
                }
            }
        }
        return grown;
    }

    private boolean typenameIsKnown(Search search, KeyEdge edge, List<GraphNode> all) {
        return search.typenameKnown()
                || !edge.typename().equals(search.objectType())
                || all.stream()
                        .anyMatch(graphNode -> !graph.isInterfaceObject(graphNode.subgraph(), graphNode.localType()));
    }

    /** Starting from an interface object, only the subgraphs that have the interface itself know the runtime type. */
    private boolean enterByInterface(Search search, List<GraphNode> byInterface, List<GraphNode> all) {
        boolean grown = false;
        for (GraphNode graphNode : List.copyOf(all)) {
            if (!graph.isInterfaceObject(graphNode.subgraph(), graphNode.localType())) {
                continue;
            }
            for (String subgraph : graph.supergraph().subgraphs().keySet()) {
                GraphNode target = new GraphNode(subgraph, graphNode.localType(), FieldSet.EMPTY);
                if (byInterface.contains(target)) {
                    continue;
                }
                boolean enterable = graph.interfaceKeyEdges(subgraph, graphNode.localType()).stream()
                        .anyMatch(edge -> covers(all, search.objectType(), edge.key()));
                if (enterable) {
                    byInterface.add(target);
                    if (isPossible(target, search.objectType())) {
                        all.add(target);
                    }
                    grown = true;
                }
            }
        }
        return grown;
    }

    /** Whether every field of a field set can be resolved at these nodes, or at nodes that the entities below lead to. */
    public boolean covers(List<GraphNode> graphNodes, String objectType, FieldSet fields) {
        for (FieldSet.Part part : fields.parts()) {
            boolean covered =
                    switch (part) {
                        case FieldSet.Field field -> coversField(graphNodes, objectType, field);
                        case FieldSet.Fragment fragment ->
                            !graph.supergraph()
                                            .objectTypes(fragment.typeCondition())
                                            .contains(objectType)
                                    || covers(graphNodes, objectType, fragment.selections());
                    };
            if (!covered) {
                return false;
            }
        }
        return true;
    }

    private boolean coversField(List<GraphNode> graphNodes, String objectType, FieldSet.Field field) {
        List<GraphNode> below = new ArrayList<>();
        for (GraphNode graphNode : graphNodes) {
            if (graph.resolve(graphNode, objectType, field.name()) instanceof FieldEdge edge
                    && requirementsAreMet(graphNodes, objectType, edge)) {
                if (field.selections().isEmpty()) {
                    return true;
                }
                below.add(new GraphNode(graphNode.subgraph(), edge.type().namedType(), edge.provided()));
            }
        }
        return !below.isEmpty() && coversBelow(below, objectType, field);
    }

    /** Keys and requirements never contain fields with context arguments: composition rejects them. */
    private boolean requirementsAreMet(List<GraphNode> graphNodes, String objectType, FieldEdge edge) {
        if (!edge.hasRequirements()) {
            return true;
        }
        if (!edge.contextArguments().isEmpty()) {
            return false;
        }
        // marked while it is being met, so that a requirement that leads back to itself does not count
        Search guard = new Search(List.of(), objectType + " " + edge.requires(), false);
        if (!inProgress.add(guard)) {
            return false;
        }
        boolean met = covers(graphNodes, objectType, edge.requires());
        inProgress.remove(guard);
        return met;
    }

    private boolean coversBelow(List<GraphNode> below, String objectType, FieldSet.Field field) {
        String type = graph.supergraph()
                .type(objectType)
                .flatMap(parent -> parent.field(field.name()))
                .map(definition -> definition.type().namedType())
                .orElseGet(() -> below.getFirst().localType());
        Set<String> types = graph.supergraph().objectTypes(type);
        for (String childType : types) {
            boolean possible = below.stream().anyMatch(graphNode -> isPossible(graphNode, childType));
            if (possible && !covers(follow(below, childType, types.size() == 1).all(), childType, field.selections())) {
                return false;
            }
        }
        return true;
    }
}
