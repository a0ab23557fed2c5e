package ft.transcendence.federation.supergraph;

/**
 * A {@code @key} of a type in one subgraph.
 *
 * @param resolvable false when the subgraph only refers to the entity and cannot be entered by this key
 */
public record EntityKey(FieldSet fields, boolean resolvable) {}
