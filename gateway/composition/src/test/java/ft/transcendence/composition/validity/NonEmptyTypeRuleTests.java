package ft.transcendence.composition.validity;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.reader.ReadSubgraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonEmptyTypeRuleTests {
    @ParameterizedTest
    @ValueSource(strings = {"type T", "interface T", "union T", "enum T", "input T", "type Mutation"})
    void refusesTypesWithNothingInThem(String type) {
        assertThat(ReadSubgraph.of("type Query { a: Int }\n" + type).places()).containsExactly("2:1");
        assertThat(ReadSubgraph.of("type Query { a: Int }\n" + type).codes())
                .containsExactly(ErrorCode.INVALID_GRAPHQL);
    }

    @Test
    void anExtensionCanFillAType() {
        assertThat(ReadSubgraph.of("type Query { a: Int } type T extend type T { a: Int }")
                        .codes())
                .isEmpty();
    }

    @Test
    void theRootTypeForQueriesIsNeverEmpty() {
        assertThat(ReadSubgraph.of("type Query").codes()).isEmpty();
    }
}
