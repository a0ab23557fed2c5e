package ft.transcendence.composition.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

class ExternalInterfaceFieldsTests {
    @Test
    void refusesExternalFieldsOfInterfaces() {
        CheckedSubgraph checked = CheckedSubgraph.of("""
                interface Node @key(fields: "id") { id: ID! @external }
                """);
        assertThat(checked.codes()).containsExactly(ErrorCode.EXTERNAL_ON_INTERFACE);
        assertThat(checked.places()).containsExactly("1:37");
    }

    @Test
    void acceptsExternalFieldsOfImplementations() {
        CheckedSubgraph checked = CheckedSubgraph.of("""
                interface Node { id: ID! }
                type Book implements Node { id: ID! @external }
                """);
        assertThat(checked.codes()).isEmpty();
    }
}
