package ft.transcendence.composition.api;

import static ft.transcendence.composition.CompositionTester.codes;
import static ft.transcendence.composition.CompositionTester.error;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

final class DisallowedInaccessibleTests {

    @Test
    void anArgumentOfADirectiveOfOperationsMayBeHidden() {
        assertThat(codes("directive @d(x: Int @inaccessible) on FIELD type Query { a: Int }"))
                .isEmpty();
    }

    @Test
    void anArgumentOfADirectiveOfASpecificationIsNotHidden() {
        CompositionError error = refused("""
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@composeDirective", "@inaccessible"])
                  @link(url: "https://example.com/d/v1.0", import: ["@d"]) @composeDirective(name: "@d")
                directive @d(x: Int @inaccessible) on OBJECT
                type Query @d { a: Int }
                """);
        assertThat(error.message()).isEqualTo("@d(x:) cannot be @inaccessible: it belongs to a specification");
    }

    private static CompositionError refused(String... schemas) {
        CompositionError error = error(schemas);
        assertThat(error.code()).isEqualTo(ErrorCode.DISALLOWED_INACCESSIBLE);
        return error;
    }
}
