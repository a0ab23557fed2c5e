package ft.transcendence.composition.satisfiability;

import ft.transcendence.federation.planner.graph.GraphNode;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.graph.Reachability;
import ft.transcendence.federation.planner.graph.Reachability.ReachableNodes;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows objects from the graph nodes that hold them; each is followed once. */
final class ObjectReach {
    private final QueryGraph graph;
    private final Reachability reachability;
    private final Map<Reached, ReachableObject> objects = new HashMap<>();
    private final Map<Object, Integer> numbers = new HashMap<>();

    private record Reached(GraphNode start, String objectType, Typename typename) {}

    /** Whether the type of an object is known without asking a subgraph for {@code __typename}. */
    enum Typename {
        KNOWN,
        UNKNOWN
    }

    ObjectReach(QueryGraph graph, Reachability reachability) {
        this.graph = graph;
        this.reachability = reachability;
    }

    /** The object at each node that can hold objects of the type, without those that lead to nothing more than others. */
    List<ReachableObject> reach(Collection<GraphNode> starts, String objectType, Typename typename) {
        List<ReachableObject> reached = new ArrayList<>();
        for (GraphNode start : starts) {
            if (graph.possibleTypes(start.subgraph(), start.localType()).contains(objectType)) {
                add(
                        objects.computeIfAbsent(
                                new Reached(asObject(start, objectType), objectType, typename), this::follow),
                        reached);
            }
            if (graph.rootKind(objectType).isPresent() && !reached.isEmpty()) {
                // all subgraphs can be asked for more of a root object, from wherever it is reached
                break;
            }
        }
        return reached;
    }

    private static void add(ReachableObject object, List<ReachableObject> reached) {
        if (reached.stream().noneMatch(other -> other.isAtLeast(object))) {
            reached.removeIf(object::isAtLeast);
            reached.add(object);
        }
    }

    /** An object that a subgraph returns as its interface resolves fields like the object type itself. */
    private GraphNode asObject(GraphNode node, String objectType) {
        return node.localType().equals(objectType) || graph.isInterfaceObject(node.subgraph(), node.localType())
                ? node
                : new GraphNode(node.subgraph(), objectType, node.provided());
    }

    private ReachableObject follow(Reached reached) {
        GraphNode start = reached.start();
        String objectType = reached.objectType();
        ReachableNodes reachable =
                reachability.follow(List.of(start), objectType, reached.typename() == Typename.KNOWN);
        Map<String, GraphNode> plain = new LinkedHashMap<>();
        List<GraphNode> special = new ArrayList<>();
        BitSet strength = new BitSet();
        for (GraphNode node : reachable.all()) {
            GraphNode withoutProvided = new GraphNode(node.subgraph(), node.localType(), FieldSet.EMPTY);
            strength.set(number(node));
            strength.set(number(withoutProvided));
            if (node.equals(withoutProvided) && !graph.isInterfaceObject(node.subgraph(), node.localType())) {
                plain.put(node.subgraph(), node);
            } else {
                special.add(node);
            }
        }
        reachable.entered().keySet().forEach(subgraph -> strength.set(number(subgraph)));
        if (reachability.reentry(reachable, start, objectType).isPresent()) {
            strength.set(number(start.subgraph()));
        }
        return new ReachableObject(start, reachable, plain, special, strength);
    }

    private int number(Object nodeOrSubgraph) {
        return numbers.computeIfAbsent(nodeOrSubgraph, ignored -> numbers.size());
    }
}
