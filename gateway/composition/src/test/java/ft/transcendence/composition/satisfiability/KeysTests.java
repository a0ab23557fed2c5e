package ft.transcendence.composition.satisfiability;

import static ft.transcendence.composition.CompositionTester.codes;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

/** Whether an object can be followed into the subgraphs that resolve its fields. */
final class KeysTests {

    @Test
    void aChainOfKeysLeadsToAField() {
        assertThat(codes(
                        "type Query { t: T } type T @key(fields: \"a\") { a: ID! }",
                        "type T @key(fields: \"a\") @key(fields: \"b\") { a: ID! b: ID! }",
                        "type T @key(fields: \"b\") { b: ID! far: Int }"))
                .isEmpty();
    }

    @Test
    void withoutOneKeyOfTheChainTheFieldIsNotReached() {
        assertThat(codes(
                        "type Query { t: T } type T @key(fields: \"a\") { a: ID! }",
                        "type T @key(fields: \"a\") { a: ID! }",
                        "type T @key(fields: \"b\") { b: ID! far: Int }"))
                .containsExactly(ErrorCode.SATISFIABILITY_ERROR);
    }

    @Test
    void aKeyMayNeedFieldsOfSeveralSubgraphs() {
        assertThat(codes(
                        "type Query { t: T } type T @key(fields: \"id\") { id: ID! a: ID! @shareable }",
                        "type T @key(fields: \"id\") { id: ID! b: ID! @shareable }",
                        "type T @key(fields: \"a b\") { a: ID! b: ID! far: Int }"))
                .isEmpty();
    }

    @Test
    void anObjectThatTwoSubgraphsReturnIsNotFollowedByAKeyOfWhichEachHasAPart() {
        assertThat(codes(
                        "type Query { t: T @shareable } type T { a: ID! @shareable }",
                        "type Query { t: T @shareable } type T { b: ID! @shareable }",
                        "type T @key(fields: \"a b\") { a: ID! b: ID! far: Int }"))
                .containsExactly(ErrorCode.SATISFIABILITY_ERROR);
    }

    @Test
    void aKeyIsResolvedWithoutTheSubgraphThatItEnters() {
        String owner =
                "type T @key(fields: \"org { title }\") { org: Org @shareable far: Int } type Org @key(fields: \"id\") { id: ID! title: String }";
        assertThat(codes(
                        "type Query { t: T } type T { org: Org @shareable } type Org @key(fields: \"id\") { id: ID! }",
                        owner))
                .containsExactly(ErrorCode.SATISFIABILITY_ERROR);
        assertThat(codes(
                        "type Query { t: T } type T { org: Org @shareable } type Org @key(fields: \"id\") { id: ID! }",
                        owner.replace("title: String", "title: String @shareable"),
                        "type Org @key(fields: \"id\") { id: ID! title: String @shareable }"))
                .isEmpty();
    }

    @Test
    void aKeyThatIsNotResolvableEntersNothing() {
        assertThat(codes(
                        "type Query { t: T } type T @key(fields: \"id\") { id: ID! }",
                        "type T @key(fields: \"id\", resolvable: false) { id: ID! far: Int }"))
                .containsExactly(ErrorCode.SATISFIABILITY_ERROR);
    }

    @Test
    void aHiddenKeyIsAKey() {
        assertThat(codes(
                        "type Query { t: T } type T @key(fields: \"id\") { id: ID! @inaccessible name: String }",
                        "type T @key(fields: \"id\") { id: ID! far: Int }"))
                .isEmpty();
    }

    @Test
    void aHiddenFieldNeedNotBeReached() {
        String schema = "type T { far: Int %s near: Int @shareable }";
        String start = "type Query { t: T } type T { near: Int @shareable }";
        assertThat(codes(start, schema.formatted("@inaccessible"))).isEmpty();
        assertThat(codes(start, schema.formatted(""))).containsExactly(ErrorCode.SATISFIABILITY_ERROR);
    }

    @Test
    void aTypeIsCheckedAgainWhereFewerSubgraphsServeIt() {
        String value = "type V @shareable { %s }";
        assertThat(codes(
                        "type Query { v: V @shareable } " + value.formatted("a: Int b: Int"),
                        "type Query { v: V @shareable w: V } " + value.formatted("a: Int")))
                .containsExactly(ErrorCode.SATISFIABILITY_ERROR);
    }

    @Test
    void theQueryTypeIsEnteredAgainFromAnyFieldThatReturnsIt() {
        assertThat(codes("type Query { a: Int next: Query }", "type Query { b: Int }"))
                .isEmpty();
    }
}
