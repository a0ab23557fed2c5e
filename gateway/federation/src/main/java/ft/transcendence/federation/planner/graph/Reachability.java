package ft.transcendence.federation.planner.graph;

import ft.transcendence.federation.planner.graph.FieldResolution.FieldEdge;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Computes which subgraphs an object can be followed into by its keys.
 *
 * <p>A least fixed point. It starts with the graph nodes that hold the object, and adds a subgraph as soon as one of its keys can be
 * resolved from the nodes found so far. Keys and requirements that lead through other entities are followed in the same way; one that leads
 * back to itself counts on what has been found without it. Every node found here can be reached by some plan. Which path is best is decided later.
 *
 * <p>Not thread-safe; create one per planned operation.
 */
public final class Reachability {
    private final QueryGraph graph;
    private final Conditions conditions;
    private final Map<Search, ReachableNodes> known = new HashMap<>();
    private final Map<Search, ReachableNodes> inProgress = new HashMap<>();
    private final Set<Requirement> beingMet = new HashSet<>();
    /** How often something led back to itself. A search in which that happened may find more when it is not part of another. */
    private int cuts;

    /** From where keys and requirements may be resolved. */
    public enum Conditions {
        /** From all nodes that hold the object together. */
        FROM_ANYWHERE,

        /**
         * Only in the ways that all gateways plan: requirements from the subgraph that has them, keys without the help of the subgraph that they enter, and
         * the key for entering a subgraph again from that subgraph alone. Composition counts on nothing else.
         */
        FROM_WHERE_THEY_START
    }

    /** @param excluded the subgraphs that may not be entered, because a key of theirs is being resolved */
    private record Search(List<GraphNode> starts, String objectType, boolean typenameKnown, Set<String> excluded) {}

    private record Requirement(String subgraph, String objectType, FieldSet fields) {}

    /**
     * The nodes reachable for an object of one type.
     *
     * @param entered by subgraph, the node entered by a key of the object type
     * @param enteredByInterface the nodes entered by a key of an interface
     */
    public record ReachableNodes(
            Map<String, GraphNode> entered, List<GraphNode> enteredByInterface, List<GraphNode> all) {}

    public Reachability(QueryGraph graph) {
        this(graph, Conditions.FROM_ANYWHERE);
    }

    public Reachability(QueryGraph graph, Conditions conditions) {
        this.graph = graph;
        this.conditions = conditions;
    }

    /**
     * Follows an object of one type.
     *
     * @param typenameKnown true if its type is known without selecting {@code __typename}
     */
    public ReachableNodes follow(List<GraphNode> starts, String objectType, boolean typenameKnown) {
        return follow(starts, objectType, typenameKnown, Set.of());
    }

    private ReachableNodes follow(
            List<GraphNode> starts, String objectType, boolean typenameKnown, Set<String> excluded) {
        List<GraphNode> relevant = starts.stream()
                .filter(start -> isPossible(start, objectType))
                .distinct()
                .toList();
        Search search = new Search(relevant, objectType, typenameKnown, excluded);
        ReachableNodes reachable = known.get(search);
        if (reachable != null) {
            return reachable;
        }
        ReachableNodes soFar = inProgress.get(search);
        if (soFar != null) {
            cuts++;
            return soFar;
        }
        int cutsBefore = cuts;
        ReachableNodes found = new ReachableNodes(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(relevant));
        inProgress.put(search, found);
        complete(search, found);
        inProgress.remove(search);
        if (inProgress.isEmpty() && beingMet.isEmpty() || cuts == cutsBefore) {
            known.put(search, found);
        }
        return found;
    }

    private boolean isPossible(GraphNode start, String objectType) {
        return graph.possibleTypes(start.subgraph(), start.localType()).contains(objectType);
    }

    private void complete(Search search, ReachableNodes found) {
        boolean grown = true;
        while (grown) {
            grown = enterByType(search, found) | enterByInterface(search, found);
        }
    }

    private boolean enterByType(Search search, ReachableNodes found) {
        boolean grown = false;
        for (String subgraph : graph.enterableSubgraphs(search.objectType())) {
            if (found.entered().containsKey(subgraph) || search.excluded().contains(subgraph)) {
                continue;
            }
            for (KeyEdge edge : graph.keyEdges(subgraph, search.objectType())) {
                if (typenameIsKnown(search, edge, found) && isResolvable(search, subgraph, edge, found)) {
                    GraphNode graphNode = new GraphNode(subgraph, edge.typename(), FieldSet.EMPTY);
                    found.entered().put(subgraph, graphNode);
                    found.all().add(graphNode);
                    grown = true;
                    break;
                }
            }
        }
        return grown;
    }

    private boolean typenameIsKnown(Search search, KeyEdge edge, ReachableNodes found) {
        return search.typenameKnown()
                || !edge.typename().equals(search.objectType())
                || found.all().stream()
                        .anyMatch(graphNode -> !graph.isInterfaceObject(graphNode.subgraph(), graphNode.localType()));
    }

    private boolean isResolvable(Search search, String subgraph, KeyEdge edge, ReachableNodes found) {
        boolean mayBeEntered = conditions == Conditions.FROM_ANYWHERE
                || search.starts().stream().noneMatch(start -> start.subgraph().equals(subgraph));
        return mayBeEntered && coversKey(found, subgraph, search.objectType(), edge.key(), search.excluded());
    }

    private static Set<String> with(Set<String> subgraphs, String subgraph) {
        Set<String> more = new HashSet<>(subgraphs);
        more.add(subgraph);
        return more;
    }

    /** Starting from an interface object, only the subgraphs that have the interface itself know the runtime type. */
    private boolean enterByInterface(Search search, ReachableNodes found) {
        boolean grown = false;
        for (GraphNode graphNode : List.copyOf(found.all())) {
            if (!graph.isInterfaceObject(graphNode.subgraph(), graphNode.localType())) {
                continue;
            }
            for (String subgraph : graph.supergraph().subgraphs().keySet()) {
                GraphNode target = new GraphNode(subgraph, graphNode.localType(), FieldSet.EMPTY);
                if (found.enteredByInterface().contains(target)
                        || search.excluded().contains(subgraph)) {
                    continue;
                }
                boolean enterable = graph.interfaceKeyEdges(subgraph, graphNode.localType()).stream()
                        .anyMatch(edge -> isResolvable(search, subgraph, edge, found));
                if (enterable) {
                    found.enteredByInterface().add(target);
                    if (isPossible(target, search.objectType())) {
                        found.all().add(target);
                    }
                    grown = true;
                }
            }
        }
        return grown;
    }

    /** Whether every field of a field set can be resolved where an object is reached, or where the entities below lead to. */
    public boolean covers(ReachableNodes reachable, String objectType, FieldSet fields) {
        return covers(reachable, objectType, fields, Set.of());
    }

    /** Whether a key can be resolved where an object is reached, to enter a subgraph by it. */
    public boolean coversKey(ReachableNodes reachable, String subgraph, String objectType, FieldSet key) {
        return coversKey(reachable, subgraph, objectType, key, Set.of());
    }

    private boolean coversKey(
            ReachableNodes reachable, String subgraph, String objectType, FieldSet key, Set<String> excluded) {
        return switch (conditions) {
            case FROM_ANYWHERE -> covers(reachable, objectType, key);
            case FROM_WHERE_THEY_START -> covers(reachable, objectType, key, with(excluded, subgraph));
        };
    }

    private boolean covers(ReachableNodes reachable, String objectType, FieldSet fields, Set<String> excluded) {
        return fields.parts().stream().allMatch(part -> covers(reachable, objectType, part, excluded));
    }

    private boolean covers(ReachableNodes reachable, String objectType, FieldSet.Part part, Set<String> excluded) {
        return switch (part) {
            case FieldSet.Field field -> coversField(reachable, objectType, field, excluded);
            case FieldSet.Fragment fragment ->
                !graph.supergraph().objectTypes(fragment.typeCondition()).contains(objectType)
                        || covers(reachable, objectType, fragment.selections(), excluded);
        };
    }

    private boolean coversField(
            ReachableNodes reachable, String objectType, FieldSet.Field field, Set<String> excluded) {
        List<GraphNode> below = new ArrayList<>();
        for (GraphNode graphNode : reachable.all()) {
            if (graph.resolve(graphNode, objectType, field.name()) instanceof FieldEdge edge
                    && (!edge.hasRequirements() || meets(reachable, graphNode, objectType, edge))) {
                if (field.selections().isEmpty()) {
                    return true;
                }
                below.add(new GraphNode(graphNode.subgraph(), edge.type().namedType(), edge.provided()));
            }
        }
        return !below.isEmpty() && coversBelow(below, objectType, field, excluded);
    }

    /**
     * Whether a field with requirements can be resolved at a node: they can be sent, with a key to enter the subgraph by, which is necessary even if the
     * subgraph already holds the object. Not if it has context arguments, of which composition allows none in keys and requirements.
     */
    private boolean meets(ReachableNodes reachable, GraphNode graphNode, String objectType, FieldEdge edge) {
        return edge.contextArguments().isEmpty() && canSend(reachable, graphNode, objectType, edge.requires());
    }

    /** Whether a subgraph that holds an object can be sent a required field set. */
    public boolean canSend(ReachableNodes reachable, GraphNode graphNode, String objectType, FieldSet required) {
        return whereToSend(reachable, graphNode, objectType, required).isPresent();
    }

    /** The node at which a subgraph that holds an object is entered by a key, to be sent a required field set, if it can be. */
    public Optional<GraphNode> whereToSend(
            ReachableNodes reachable, GraphNode graphNode, String objectType, FieldSet required) {
        if (graph.rootKind(objectType).isPresent()) {
            return Optional.empty();
        }
        return Optional.ofNullable(reachable.entered().get(graphNode.subgraph()))
                .or(() -> reentry(reachable, graphNode, objectType))
                .filter(ignored -> coversRequired(reachable, graphNode, objectType, required));
    }

    private boolean coversRequired(
            ReachableNodes reachable, GraphNode graphNode, String objectType, FieldSet required) {
        // marked while it is being met, so that a requirement that leads back to itself does not count
        Requirement requirement = new Requirement(graphNode.subgraph(), objectType, required);
        if (!beingMet.add(requirement)) {
            cuts++;
            return false;
        }
        boolean met =
                switch (conditions) {
                    case FROM_ANYWHERE -> covers(reachable, objectType, required);
                    case FROM_WHERE_THEY_START ->
                        covers(follow(List.of(graphNode), objectType, false), objectType, required);
                };
        beingMet.remove(requirement);
        return met;
    }

    /** The node at which a subgraph that holds an object is entered again for it, if it can be. */
    public Optional<GraphNode> reentry(ReachableNodes reachable, GraphNode graphNode, String objectType) {
        return graph.reentryEdges(graphNode.subgraph(), objectType).stream()
                .filter(edge -> isResolvableAgain(reachable, graphNode, objectType, edge.key()))
                .map(edge -> new GraphNode(graphNode.subgraph(), edge.typename(), FieldSet.EMPTY))
                .findFirst();
    }

    private boolean isResolvableAgain(ReachableNodes reachable, GraphNode graphNode, String objectType, FieldSet key) {
        return switch (conditions) {
            case FROM_ANYWHERE -> covers(reachable, objectType, key);
            case FROM_WHERE_THEY_START ->
                covers(
                        new ReachableNodes(Map.of(), List.of(), List.of(graphNode)),
                        objectType,
                        key,
                        graph.supergraph().subgraphs().keySet());
        };
    }

    private boolean coversBelow(List<GraphNode> below, String objectType, FieldSet.Field field, Set<String> excluded) {
        String type = graph.supergraph()
                .type(objectType)
                .flatMap(parent -> parent.field(field.name()))
                .map(definition -> definition.type().namedType())
                .orElseGet(() -> below.getFirst().localType());
        Set<String> types = graph.supergraph().objectTypes(type);
        for (String childType : types) {
            List<ReachableNodes> reached = starts(below, childType)
                    .map(starts -> follow(starts, childType, types.size() == 1, excluded))
                    .toList();
            boolean covered = field.selections().parts().stream()
                    .allMatch(part -> reached.isEmpty()
                            || reached.stream().anyMatch(nodes -> covers(nodes, childType, part, excluded)));
            if (!covered) {
                return false;
            }
        }
        return true;
    }

    /** The nodes from which an object is followed together. */
    private Stream<List<GraphNode>> starts(List<GraphNode> graphNodes, String objectType) {
        List<GraphNode> possible =
                graphNodes.stream().filter(node -> isPossible(node, objectType)).toList();
        return switch (conditions) {
            case FROM_ANYWHERE -> possible.isEmpty() ? Stream.empty() : Stream.of(possible);
            case FROM_WHERE_THEY_START -> possible.stream().map(List::of);
        };
    }
}
