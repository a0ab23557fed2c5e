package ft.transcendence.federation.planner.graph;

import ft.transcendence.federation.supergraph.FieldSet;

/**
 * An edge of the query graph into a subgraph, by a key of an entity.
 *
 * @param typename the {@code __typename} that the representation carries, and the type on which the subgraph then resolves fields: the
 *     object type, an interface object, or an interface
 */
public record KeyEdge(String typename, FieldSet key) {}
