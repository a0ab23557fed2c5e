package ft.transcendence.composition.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

class ShareableUsesTests {
    @Test
    void refusesFieldsOfInterfaces() {
        CheckedSubgraph checked = CheckedSubgraph.of("interface Node { id: ID! @shareable }");
        assertThat(checked.codes()).containsExactly(ErrorCode.INVALID_SHAREABLE_USAGE);
        assertThat(checked.places()).containsExactly("1:26");
    }

    @Test
    void refusesTwoUsesOnADeclaration() {
        CheckedSubgraph checked = CheckedSubgraph.of("type Size @shareable @shareable { width: Int }");
        assertThat(checked.codes()).containsExactly(ErrorCode.INVALID_SHAREABLE_USAGE);
        assertThat(checked.places()).containsExactly("1:11", "1:22");
    }

    @Test
    void refusesTwoUsesOnAField() {
        assertThat(CheckedSubgraph.of("type Size { width: Int @shareable @shareable }")
                        .codes())
                .containsExactly(ErrorCode.INVALID_SHAREABLE_USAGE);
    }

    @Test
    void acceptsAUseOnADefinitionAndOnEachExtension() {
        CheckedSubgraph checked = CheckedSubgraph.of("""
                type Size @shareable { width: Int }
                extend type Size @shareable { height: Int }
                extend type Size @shareable { depth: Int @shareable }
                """);
        assertThat(checked.codes()).isEmpty();
    }
}
