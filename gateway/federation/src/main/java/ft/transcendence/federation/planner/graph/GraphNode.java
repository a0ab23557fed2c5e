package ft.transcendence.federation.planner.graph;

import ft.transcendence.federation.supergraph.FieldSet;

/**
 * Where an object can be looked at from: a subgraph in which it is at hand. The query graph's nodes.
 *
 * @param localType its static type there: an object type, interface, union or interface object
 * @param provided external fields that can be selected nevertheless
 */
public record GraphNode(String subgraph, String localType, FieldSet provided) {}
