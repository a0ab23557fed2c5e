package ft.transcendence.composition.postmerge;

import static ft.transcendence.composition.CompositionTester.error;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InterfaceFieldsRuleTests {

    @Test
    void refusesAFieldThatAnImplementationOfAnotherSubgraphLacks() {
        assertThat(error(
                                "type Query { i: I } interface I { x: Int y: Int } type T implements I @shareable { x: Int y: Int }",
                                "interface I { x: Int } type U implements I { x: Int }")
                        .message())
                .isEqualTo("U implements I, but no subgraph gives it the field y");
    }
}
