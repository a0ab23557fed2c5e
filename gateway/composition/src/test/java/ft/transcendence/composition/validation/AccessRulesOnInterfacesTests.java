package ft.transcendence.composition.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesOnInterfacesTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "interface Node @authenticated { id: ID! }",
                "interface Node { id: ID! @requiresScopes(scopes: [[\"read\"]]) }",
                "type Node @key(fields: \"id\") @interfaceObject @policy(policies: [[\"owner\"]]) { id: ID! }"
            })
    void refusesInterfacesTheirFieldsAndInterfaceObjects(String sdl) {
        assertThat(CheckedSubgraph.of(sdl).codes()).containsExactly(ErrorCode.AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type Book @authenticated { id: ID! }",
                "type Node @key(fields: \"id\") @interfaceObject { id: ID! title: String @authenticated }",
                "scalar Secret @policy(policies: [[\"owner\"]])"
            })
    void acceptsObjectsTheirFieldsAndScalars(String sdl) {
        assertThat(CheckedSubgraph.of(sdl).codes()).isEmpty();
    }

    @Test
    void saysWhatItIsOn() {
        CheckedSubgraph checked = CheckedSubgraph.of("interface Node { id: ID! @authenticated }");
        assertThat(checked.message())
                .contains("\"Node.id\" has @authenticated, which a field of an interface cannot have");
        assertThat(checked.places()).containsExactly("1:26");
    }
}
