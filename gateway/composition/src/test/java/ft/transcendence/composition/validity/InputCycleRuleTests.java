package ft.transcendence.composition.validity;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.reader.ReadSubgraph;
import org.junit.jupiter.api.Test;

class InputCycleRuleTests {
    private static final String QUERY = "type Query { a: Int }\n";

    @Test
    void refusesValuesWithoutAnEnd() {
        ReadSubgraph read = ReadSubgraph.of(QUERY + """
                input A { b: B! }
                input B { c: C! }
                input C { a: Int b: B! }
                """);

        assertThat(read.codes()).containsExactly(ErrorCode.INVALID_GRAPHQL);
        assertThat(read.message()).isEqualTo("[products] the input type B needs a value of itself: B.c → C.b");
        assertThat(read.places()).containsExactly("3:11", "4:18");
    }

    @Test
    void refusesATypeThatNeedsItself() {
        assertThat(ReadSubgraph.of(QUERY + "input A { a: A! }").codes()).containsExactly(ErrorCode.INVALID_GRAPHQL);
    }

    @Test
    void nullAndListsEndAValue() {
        assertThat(ReadSubgraph.of(QUERY + "input A { a: A b: [A!]! c: B! } input B { a: A }")
                        .codes())
                .isEmpty();
    }
}
