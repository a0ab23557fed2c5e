package ft.transcendence.composition.postmerge;

import static ft.transcendence.composition.CompositionTester.codes;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

class RequiredArgumentsRuleTests {

    private static String[] world(String external, String resolved, String more, String required) {
        return new String[] {
            "type Query { t: T } type T @key(fields: \"id\") { id: ID! x" + external
                    + ": Int @external y: Int @requires(fields: \"" + required + "\") }",
            "type T @key(fields: \"id\") { id: ID! x" + resolved + ": Int @shareable }",
            "type T @key(fields: \"id\") { id: ID! x" + more + ": Int @shareable }"
        };
    }

    @Test
    void acceptsArgumentsThatAllHave() {
        assertThat(codes(world("(a: Int)", "(a: Int)", "(a: Int)", "x(a: 1)"))).isEmpty();
    }

    @Test
    void refusesAnArgumentThatMergingDrops() {
        assertThat(codes(world("(a: Int)", "(a: Int)", "", "x(a: 1)")))
                .containsExactly(ErrorCode.REQUIRES_INVALID_FIELDS);
    }

    @Test
    void refusesARequiredArgumentThatIsNotPassed() {
        assertThat(codes(world("(a: Int)", "(a: Int!)", "(a: Int!)", "x"))).contains(ErrorCode.REQUIRES_INVALID_FIELDS);
    }
}
