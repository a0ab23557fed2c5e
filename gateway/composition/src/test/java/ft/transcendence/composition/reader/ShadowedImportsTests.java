package ft.transcendence.composition.reader;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

class ShadowedImportsTests {
    @Test
    void refusesTheUseOfAnImportedDirectiveByItsNamespacedName() {
        ReadSubgraph read = ReadSubgraph.linking("v2.3", "@tag", """
                directive @federation__tag(name: String!) on OBJECT
                type Query @federation__tag(name: "a") { a: Int }
                """);

        assertThat(read.codes()).containsExactly(ErrorCode.INVALID_LINK_DIRECTIVE_USAGE);
        assertThat(read.places()).containsExactly("2:1");
    }

    @Test
    void refusesTheUseOfAnImportedTypeByItsNamespacedName() {
        ReadSubgraph read = ReadSubgraph.linking("v2.3", "FieldSet", """
                scalar federation__FieldSet
                type Query { a: federation__FieldSet }
                """);

        assertThat(read.codes()).containsExactly(ErrorCode.INVALID_LINK_DIRECTIVE_USAGE);
    }

    @Test
    void acceptsDefinitionsThatNothingUses() {
        assertThat(ReadSubgraph.linking("v2.3", "@tag FieldSet", """
                directive @federation__tag(name: String!) on OBJECT
                scalar federation__FieldSet
                type Query { a: Int }
                """).codes()).isEmpty();
    }
}
