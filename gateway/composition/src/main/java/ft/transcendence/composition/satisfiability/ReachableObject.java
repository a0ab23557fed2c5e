package ft.transcendence.composition.satisfiability;

import ft.transcendence.federation.planner.graph.GraphNode;
import ft.transcendence.federation.planner.graph.Reachability.ReachableNodes;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * An object that a path reaches at one graph node, with all that its keys lead to from there. Nodes and subgraphs have numbers, because states are
 * compared often.
 *
 * @param plain by subgraph, the nodes at which fields can be resolved that the subgraph has for the object's type
 * @param special the nodes at which more can be resolved: what a path provides, or what an interface object has
 * @param strength what can be resolved: the numbers of all nodes, and of the subgraphs that can be sent requirements
 */
record ReachableObject(
        GraphNode start,
        ReachableNodes reachable,
        Map<String, GraphNode> plain,
        List<GraphNode> special,
        BitSet strength) {

    /** Whether all that can be resolved for the other object can be resolved for this one. */
    boolean isAtLeast(ReachableObject other) {
        if (strength.equals(other.strength)) {
            return true;
        }
        BitSet missing = (BitSet) other.strength.clone();
        missing.andNot(strength);
        return missing.isEmpty();
    }
}
