package ft.transcendence.schemacheck.rules;

/** The rules of this house, beyond what composition and compatibility demand. Each can be turned off for graphs that have others. */
public enum HouseRule {
    /** Names and descriptions: {@link Conventions}. */
    CONVENTIONS,
    /** Fields added to other subgraphs' entities are nullable: {@link Nullability}. */
    NULLABILITY,
    /** The composed supergraph is committed beside supergraph.yaml and up to date. */
    COMMITTED
}
