package ft.transcendence.federation.planner.graph;

import ft.transcendence.federation.supergraph.FieldSet;

/**
 * A way into a subgraph by an entity's key.
 *
 * @param typename the {@code __typename} of the representation, and the type the subgraph then resolves fields of: the object
 *     type, an interface object, or an interface
 */
public record KeyEdge(String typename, FieldSet key) {}
