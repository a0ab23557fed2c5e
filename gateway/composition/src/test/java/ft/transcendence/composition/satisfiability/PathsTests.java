package ft.transcendence.composition.satisfiability;

import static ft.transcendence.composition.CompositionTester.codes;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

/** What depends on the path to an object: provided fields, labels, contexts, and the call of a mutation. */
final class PathsTests {

    @Test
    void aProvidedFieldIsResolvedOnItsPathOnly() {
        String provides =
                "type Query { good: T @provides(fields: \"name\") %s } type T @key(fields: \"id\", resolvable: false) { id: ID! name: String @external }";
        String owner = "type T @key(fields: \"id\", resolvable: false) { id: ID! name: String @shareable }";
        assertThat(codes(provides.formatted(""), owner)).isEmpty();
        assertThat(codes(provides.formatted("bad: T"), owner)).containsExactly(ErrorCode.SATISFIABILITY_ERROR);
    }

    @Test
    void aFieldWithALabelIsReachedInItsOldAndItsNewHome() {
        String old = "type Query { t: T } type T @key(fields: \"id\") { id: ID! x: Int }";
        String moved = "type T %s { id: ID! @shareable x: Int @override(from: \"a\", label: \"percent(5)\") }";
        assertThat(codes(old, moved.formatted("@key(fields: \"id\")"))).isEmpty();
        assertThat(codes(old, moved.formatted(""))).containsExactly(ErrorCode.SATISFIABILITY_ERROR);
    }

    @Test
    void aLabelIsActiveForAWholePath() {
        // with the label, t is at b, and so is x; without it, both are at a
        assertThat(
                        codes(
                                "type Query { t: T } type T { x: Int }",
                                "type Query { t: T @override(from: \"a\", label: \"percent(5)\") } type T { x: Int @override(from: \"a\", label: \"percent(5)\") }"))
                .isEmpty();
        assertThat(
                        codes(
                                "type Query { t: T } type T { x: Int }",
                                "type Query { t: T @override(from: \"a\", label: \"percent(5)\") } type T { x: Int @override(from: \"a\", label: \"percent(6)\") }"))
                .containsExactly(ErrorCode.SATISFIABILITY_ERROR);
    }

    @Test
    void manyLabelsDoNotMultiply() {
        int types = 30;
        StringBuilder old = new StringBuilder("type Query { t0: T0 }");
        StringBuilder moved = new StringBuilder();
        for (int i = 0; i < types; i++) {
            String type = " type T" + i + " @key(fields: \"id\") { id: ID!";
            old.append(type);
            moved.append(type);
            for (int j = 1; j <= 3; j++) {
                String field = " f" + j + ": T" + (i + j) % types;
                old.append(field);
                moved.append(field)
                        .append(" @override(from: \"a\", label: \"l")
                        .append((3 * i + j) % types)
                        .append("\")");
            }
            old.append(" }");
            moved.append(" }");
        }
        assertThat(codes(old.toString(), moved.toString())).isEmpty();
    }

    @Test
    void aContextIsSetOnEveryPath() {
        String schema = """
                type Query { user: User %s }
                type User @key(fields: "id") @context(name: "user") { id: ID! locale: String item: Item }
                type Item @key(fields: "id") { id: ID! title(in: String @fromContext(field: "$user { locale }")): String }
                """;
        assertThat(codes(schema.formatted(""))).isEmpty();
        assertThat(codes(schema.formatted("item: Item"))).containsExactly(ErrorCode.SATISFIABILITY_ERROR);
    }

    @Test
    void oneCallOfASharedMutationServesItsWholeResult() {
        String first =
                "type Query { q: Int } type Mutation { m: R @shareable } type R %s { id: ID! @shareable x: Int }";
        String second = "type Mutation { m: R @shareable } type R %s { id: ID! @shareable y: Int }";
        assertThat(codes(first.formatted(""), second.formatted(""))).containsExactly(ErrorCode.SATISFIABILITY_ERROR);
        String key = "@key(fields: \"id\")";
        assertThat(codes(first.formatted(key), second.formatted(key))).isEmpty();
        // a can be left for y, which is enough: it is the one that is called
        assertThat(codes(first.formatted(""), second.formatted(key))).isEmpty();
    }

    @Test
    void aSharedFieldOfQueriesMayBeServedInParts() {
        assertThat(codes(
                        "type Query { r: R @shareable } type R { x: Int }",
                        "type Query { r: R @shareable } type R { y: Int }"))
                .isEmpty();
    }
}
