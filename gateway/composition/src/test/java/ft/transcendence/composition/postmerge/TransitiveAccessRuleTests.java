package ft.transcendence.composition.postmerge;

import static ft.transcendence.composition.CompositionTester.codes;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

class TransitiveAccessRuleTests {

    private static String[] world(String demanded, String given) {
        return new String[] {
            "type Query { t: T } type T @key(fields: \"id\") { id: ID! x: Int @external y: Int @requires(fields: \"x\") "
                    + given + " }",
            "type T @key(fields: \"id\") { id: ID! x: Int " + demanded + " }"
        };
    }

    @Test
    void refusesAFieldThatDemandsLessThanWhatItRequires() {
        assertThat(codes(world("@authenticated", ""))).containsExactly(ErrorCode.MISSING_TRANSITIVE_AUTH_REQUIREMENTS);
        assertThat(codes(world("@requiresScopes(scopes: [[\"a\"]])", "@requiresScopes(scopes: [[\"a\"], [\"b\"]])")))
                .containsExactly(ErrorCode.MISSING_TRANSITIVE_AUTH_REQUIREMENTS);
    }

    @Test
    void acceptsAFieldThatDemandsAsMuch() {
        assertThat(codes(world("@authenticated", "@authenticated"))).isEmpty();
        assertThat(codes(world("@requiresScopes(scopes: [[\"a\"]])", "@requiresScopes(scopes: [[\"a\", \"b\"]])")))
                .isEmpty();
    }

    @Test
    void looksAtContexts() {
        String schema =
                "type Query { p: P } type P @key(fields: \"id\") @context(name: \"c\") { id: ID! v: String! @authenticated t: T }"
                        + " type T @key(fields: \"id\") { id: ID! x(a: String @fromContext(field: \"$c { v }\")): Int }";
        assertThat(codes(schema)).containsExactly(ErrorCode.MISSING_TRANSITIVE_AUTH_REQUIREMENTS);
        assertThat(codes(schema.replace("): Int", "): Int @authenticated"))).isEmpty();
    }
}
