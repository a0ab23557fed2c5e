package ft.transcendence.federation.planner.graph;

import ft.transcendence.federation.supergraph.FieldSet;

/**
 * A node of the query graph: an object as one subgraph sees it.
 *
 * @param localType its static type in that subgraph: an object type, interface, union or interface object
 * @param provided external fields that {@code @provides} makes selectable here
 */
public record GraphNode(String subgraph, String localType, FieldSet provided) {}
