package ft.transcendence.composition.merge;

import static ft.transcendence.composition.CompositionTester.codes;
import static ft.transcendence.composition.CompositionTester.definition;
import static ft.transcendence.composition.CompositionTester.error;
import static ft.transcendence.composition.CompositionTester.hints;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.HintCode;
import org.junit.jupiter.api.Test;

class OverrideRulesTests {

    private static final String OLD = "type Query { t: T } type T @key(fields: \"id\") { id: ID! x: Int }";

    private static String moved(String arguments) {
        return "type T @key(fields: \"id\") { id: ID! x: Int @override(" + arguments + ") }";
    }

    @Test
    void movesTheField() {
        assertThat(definition("type T", OLD, moved("from: \"a\"")))
                .contains("x: Int @join__field(graph: B, override: \"a\")");
        assertThat(hints(OLD, moved("from: \"a\""))).containsExactly(HintCode.OVERRIDDEN_FIELD_CAN_BE_REMOVED);
    }

    @Test
    void keepsAnOverriddenFieldThatItsSubgraphStillUses() {
        assertThat(definition(
                        "type T",
                        "type Query { t: T } type T @key(fields: \"id\") @key(fields: \"x\") { id: ID! x: Int }",
                        moved("from: \"a\"")))
                .contains("@join__field(graph: A, usedOverridden: true)");
    }

    @Test
    void keepsBothWithALabel() {
        assertThat(definition("type T", OLD, moved("from: \"a\", label: \"percent(5)\"")))
                .contains("@join__field(graph: A, overrideLabel: \"percent(5)\")")
                .contains("@join__field(graph: B, override: \"a\", overrideLabel: \"percent(5)\")");
        assertThat(hints(OLD, moved("from: \"a\", label: \"percent(5)\"")))
                .containsExactly(HintCode.OVERRIDE_MIGRATION_IN_PROGRESS);
    }

    @Test
    void refusesLabelsThatAreNeitherNamesNorShares() {
        for (String label : new String[] {"percent(101)", "percent(1.123456789)", "1a", "a b"}) {
            assertThat(codes(OLD, moved("from: \"a\", label: \"" + label + "\"")))
                    .as(label)
                    .containsExactly(ErrorCode.OVERRIDE_LABEL_INVALID);
        }
        assertThat(codes(OLD, moved("from: \"a\", label: \"percent(99.5)\""))).isEmpty();
    }

    @Test
    void refusesAnOverrideFromItsOwnSubgraph() {
        assertThat(codes(OLD, moved("from: \"b\""))).contains(ErrorCode.OVERRIDE_FROM_SELF_ERROR);
    }

    @Test
    void refusesAnOverrideOfAnOverride() {
        assertThat(codes(OLD.replace("x: Int", "x: Int @override(from: \"b\")"), moved("from: \"a\"")))
                .contains(ErrorCode.OVERRIDE_SOURCE_HAS_OVERRIDE);
    }

    @Test
    void hintsAtAnUnknownSubgraphAndNamesItInTheSharingError() {
        assertThat(hints(OLD, moved("from: \"nobody\""))).contains(HintCode.FROM_SUBGRAPH_DOES_NOT_EXIST);
        assertThat(error(OLD, moved("from: \"nobody\"")).message()).contains("names a subgraph that does not exist");
    }

    @Test
    void hintsAtAnOverrideThatIsDone() {
        assertThat(hints("type Query { t: T } type T @key(fields: \"id\") { id: ID! }", moved("from: \"a\"")))
                .containsExactly(HintCode.OVERRIDE_DIRECTIVE_CAN_BE_REMOVED);
    }

    @Test
    void refusesInterfacesAndInterfaceObjects() {
        assertThat(
                        codes(
                                "type Query { i: I } interface I { x: Int @override(from: \"b\") } type T implements I { x: Int }"))
                .containsExactly(ErrorCode.OVERRIDE_ON_INTERFACE);
        assertThat(
                        codes(
                                "type Query { i: I } type I @interfaceObject @key(fields: \"id\") { id: ID! x: Int @override(from: \"b\") }",
                                "interface I @key(fields: \"id\") { id: ID! } type T implements I @key(fields: \"id\") { id: ID! }"))
                .containsExactly(ErrorCode.OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE);
    }

    @Test
    void refusesToMoveAFieldWithRequirements() {
        assertThat(codes(
                        moved("from: \"b\"") + " type Query { t: T }",
                        "type T @key(fields: \"id\") { id: ID! y: Int @external x: Int @requires(fields: \"y\") }",
                        "type T @key(fields: \"id\") { id: ID! y: Int }"))
                .contains(ErrorCode.OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE);
    }
}
