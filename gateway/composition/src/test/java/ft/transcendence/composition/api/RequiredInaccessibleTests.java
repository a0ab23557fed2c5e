package ft.transcendence.composition.api;

import static ft.transcendence.composition.CompositionTester.codes;
import static ft.transcendence.composition.CompositionTester.error;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

final class RequiredInaccessibleTests {

    @Test
    void aHiddenArgumentIsOptional() {
        assertThat(refused("type Query { a(x: Int! @inaccessible): Int }").message())
                .isEqualTo("Query.a(x:) is @inaccessible, but required");
        assertThat(codes("type Query { a(x: Int! = 1 @inaccessible, y: Int @inaccessible): Int }"))
                .isEmpty();
    }

    @Test
    void aHiddenInputFieldIsOptional() {
        assertThat(refused("type Query { a(in: In): Int } input In { a: Int! @inaccessible b: Int }")
                        .message())
                .startsWith("In.a is @inaccessible");
    }

    @Test
    void anArgumentThatIsHiddenOnAnInterfaceIsOptionalOnItsTypes() {
        assertThat(refused(
                                "type Query { i: I } interface I { a(x: Int! = 1 @inaccessible): Int } type T implements I { a(x: Int!): Int }")
                        .message())
                .contains("its implementation T.a(x:) is required");
    }

    @Test
    void aHiddenArgumentOfADirectiveIsOptional() {
        assertThat(refused("directive @d(x: Int! @inaccessible) on FIELD type Query { a: Int }")
                        .message())
                .startsWith("@d(x:) is @inaccessible");
    }

    private static CompositionError refused(String... schemas) {
        CompositionError error = error(schemas);
        assertThat(error.code()).isEqualTo(ErrorCode.REQUIRED_INACCESSIBLE);
        return error;
    }
}
