package ft.transcendence.composition.satisfiability;

import static ft.transcendence.composition.CompositionTester.codes;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

/** Whether what a field requires can be resolved before it. */
final class RequirementsTests {
    private static final String WEIGHT = "type T @key(fields: \"id\") { id: ID! weight: Int }";

    @Test
    void aRequirementIsResolvedFromTheSubgraphThatHasIt() {
        assertThat(
                        codes(
                                "type Query { t: T } " + WEIGHT,
                                "type T @key(fields: \"id\") { id: ID! weight: Int @external price: Int @requires(fields: \"weight\") }"))
                .isEmpty();
    }

    @Test
    void aSubgraphThatDoesNotResolveItsOwnKeyLeadsNowhere() {
        assertThat(
                        codes(
                                "type Query { t: T } " + WEIGHT,
                                "type T @key(fields: \"id\") { id: ID! @external weight: Int @external price: Int @requires(fields: \"weight\") }"))
                .containsExactly(ErrorCode.SATISFIABILITY_ERROR);
    }

    @Test
    void aSubgraphIsEnteredAgainByAKeyThatIsResolvableForNoOther() {
        assertThat(
                        codes(
                                WEIGHT,
                                "type Query { t: T } type T @key(fields: \"id\", resolvable: false) { id: ID! weight: Int @external price: Int @requires(fields: \"weight\") }"))
                .isEmpty();
    }

    @Test
    void withoutAKeyToEnterTheSubgraphAgainNothingCanBeSent() {
        assertThat(
                        codes(
                                "type T @key(fields: \"id\") { id: ID! @shareable weight: Int }",
                                "type Query { t: T } type T { id: ID! @shareable weight: Int @external price: Int @requires(fields: \"weight\") }"))
                .containsExactly(ErrorCode.SATISFIABILITY_ERROR);
    }

    @Test
    void requirementsThatLeadToEachOtherAreNotMet() {
        assertThat(codes(
                        "type Query { t: T } type T @key(fields: \"id\") { id: ID! a: Int @requires(fields: \"b\") b: Int @external }",
                        "type T @key(fields: \"id\") { id: ID! b: Int @requires(fields: \"a\") a: Int @external }"))
                .containsExactly(ErrorCode.SATISFIABILITY_ERROR);
    }

    @Test
    void aRequirementMayHaveARequirementItself() {
        assertThat(
                        codes(
                                "type Query { t: T } " + WEIGHT,
                                "type T @key(fields: \"id\") { id: ID! weight: Int @external size: Int @requires(fields: \"weight\") }",
                                "type T @key(fields: \"id\") { id: ID! size: Int @external price: Int @requires(fields: \"size\") }"))
                .isEmpty();
    }

    @Test
    void aRequirementCountsOnNoFieldThatALabelMoves() {
        String moved = "type T @key(fields: \"id\") { id: ID! weight: Int @override(from: \"b\"%s) }";
        String others = "type T @key(fields: \"id\") { id: ID! weight: Int }";
        String price =
                "type T @key(fields: \"id\") { id: ID! weight: Int @external price: Int @requires(fields: \"weight\") }";
        assertThat(codes("type Query { t: T } " + moved.formatted(""), others, price))
                .isEmpty();
        assertThat(codes("type Query { t: T } " + moved.formatted(", label: \"percent(5)\""), others, price))
                .containsExactly(ErrorCode.SATISFIABILITY_ERROR);
    }
}
