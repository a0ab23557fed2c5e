package ft.transcendence.composition.merge;

import static ft.transcendence.composition.CompositionTester.hints;
import static ft.transcendence.composition.CompositionTester.supergraph;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.HintCode;
import org.junit.jupiter.api.Test;

class DescriptionMergeTests {

    @Test
    void takesTheMostFrequentDescription() {
        assertThat(supergraph(
                        "type Query @shareable { \"one\" x: Int }",
                        "type Query @shareable { \"two\" x: Int }",
                        "type Query @shareable { \"two\" x: Int }"))
                .contains("two")
                .doesNotContain("one\n");
        assertThat(hints("type Query @shareable { \"one\" x: Int }", "type Query @shareable { \"two\" x: Int }"))
                .containsExactly(HintCode.INCONSISTENT_DESCRIPTION);
    }

    @Test
    void takesTheFirstOfEquallyFrequentOnes() {
        assertThat(supergraph("type Query @shareable { \"one\" x: Int }", "type Query @shareable { \"two\" x: Int }"))
                .contains("one\n");
    }

    @Test
    void takesAnEmptyOneOnlyIfThereIsNoOther() {
        assertThat(supergraph(
                        "type Query @shareable { \"\" x: Int }",
                        "type Query @shareable { \"\" x: Int }",
                        "type Query @shareable { \"two\" x: Int }"))
                .contains("two\n");
    }
}
