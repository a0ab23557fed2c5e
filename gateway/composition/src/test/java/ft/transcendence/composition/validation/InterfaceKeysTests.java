package ft.transcendence.composition.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

class InterfaceKeysTests {
    @Test
    void acceptsTheSameKeyInAnotherOrder() {
        assertThat(implementation("@key(fields: \"maker { name id } id\")").codes())
                .isEmpty();
    }

    @Test
    void refusesAnImplementationWithoutTheKey() {
        CheckedSubgraph checked = implementation("@key(fields: \"id\")");
        assertThat(checked.codes()).containsExactly(ErrorCode.INTERFACE_KEY_NOT_ON_IMPLEMENTATION);
        assertThat(checked.places()).containsExactly("1:16", "2:1");
        assertThat(checked.message()).endsWith("these lack it: Book");
    }

    @Test
    void refusesAnImplementationThatDoesNotResolveTheKey() {
        assertThat(implementation("@key(fields: \"id maker { id name }\", resolvable: false)")
                        .message())
                .endsWith("these do not resolve it: Book");
    }

    @Test
    void aKeyThatTheInterfaceDoesNotResolveNeedNotBeResolved() {
        CheckedSubgraph checked = CheckedSubgraph.of("""
                interface Node @key(fields: "id", resolvable: false) { id: ID! }
                type Book implements Node @key(fields: "id", resolvable: false) { id: ID! }
                """);
        assertThat(checked.codes()).isEmpty();
    }

    private static CheckedSubgraph implementation(String key) {
        return CheckedSubgraph.of("""
                interface Node @key(fields: "id maker { id name }") { id: ID! maker: Maker }
                type Book implements Node %s { id: ID! maker: Maker }
                type Maker { id: ID! name: String }
                """.formatted(key));
    }
}
