package ft.transcendence.federation.planner.graph;

import ft.transcendence.federation.supergraph.FieldSet;

/**
 * A node of the query graph: an object as one subgraph sees it.
 *
 * @param localType its static type in that subgraph: an object type, interface, union or interface object
 * @param provided external fields that {@code @provides} makes selectable here
 */
public record GraphNode(String subgraph, String localType, FieldSet provided) {
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    @Override
    public int hashCode() {
        return hash(subgraph, localType) + provided.hashCode();
    }

    /** Spreads names that are numbered alike ({@code s1}, {@code s2}…), whose sums would be the same for many pairs. */
    static int hash(String subgraph, String type) {
        return subgraph.hashCode() * GOLDEN_RATIO + type.hashCode();
    }
}
