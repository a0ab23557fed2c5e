package ft.transcendence.composition.validity;

/** A rule of the GraphQL specification for type systems. */
@FunctionalInterface
interface ValidityRule {
    void check(CheckedSchema checked);
}
