package ft.transcendence.composition.validity;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.reader.ReadSubgraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeprecationRuleTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "type Query { a(x: Int! @deprecated): Int }",
                "type Query { a: Int } input In { x: Int! @deprecated }",
                "type Query { a: Int } directive @a(x: Int! @deprecated) on FIELD"
            })
    void refusesDeprecatedInputThatIsRequired(String sdl) {
        assertThat(ReadSubgraph.of(sdl).codes()).containsExactly(ErrorCode.INVALID_GRAPHQL);
    }

    @Test
    void acceptsDeprecatedInputThatCanBeLeftOut() {
        assertThat(ReadSubgraph.of("type Query { a(x: Int @deprecated, y: Int! = 1 @deprecated): Int }")
                        .codes())
                .isEmpty();
    }
}
