package ft.transcendence.composition.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

class InterfaceObjectKeysTests {
    @Test
    void refusesAnInterfaceObjectWithoutAKey() {
        CheckedSubgraph checked = CheckedSubgraph.of("type Node @interfaceObject { id: ID! }");
        assertThat(checked.codes()).containsExactly(ErrorCode.INTERFACE_OBJECT_USAGE_ERROR);
        assertThat(checked.places()).containsExactly("1:1");
    }

    @Test
    void acceptsAnInterfaceObjectWithAKey() {
        assertThat(CheckedSubgraph.of("type Node @interfaceObject @key(fields: \"id\", resolvable: false) { id: ID! }")
                        .codes())
                .isEmpty();
    }
}
