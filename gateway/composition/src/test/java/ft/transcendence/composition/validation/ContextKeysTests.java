package ft.transcendence.composition.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextKeysTests {
    @ParameterizedTest
    @ValueSource(strings = {"", "@key(fields: \"id\", resolvable: false)"})
    void refusesATypeWithoutAResolvableKey(String key) {
        assertThat(post(key).codes()).containsExactly(ErrorCode.CONTEXT_NO_RESOLVABLE_KEY);
    }

    @Test
    void acceptsATypeWithOneResolvableKey() {
        assertThat(post("@key(fields: \"id\", resolvable: false) @key(fields: \"number\", resolvable: true)")
                        .codes())
                .isEmpty();
    }

    private static CheckedSubgraph post(String key) {
        return CheckedSubgraph.of("""
                type User @context(name: "user") { name: String }
                type Post %s { id: ID! number: Int text(of: String @fromContext(field: "$user { name }")): Int }
                """.formatted(key));
    }
}
