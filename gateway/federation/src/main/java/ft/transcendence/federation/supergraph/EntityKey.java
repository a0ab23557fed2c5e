package ft.transcendence.federation.supergraph;

/**
 * A {@code @key} of a type in one subgraph.
 *
 * @param resolvable false if the subgraph only refers to the entity and cannot resolve it by this key
 */
public record EntityKey(FieldSet fields, boolean resolvable) {}
