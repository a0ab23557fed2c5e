package ft.transcendence.composition.api;

import static ft.transcendence.composition.CompositionTester.codes;
import static ft.transcendence.composition.CompositionTester.error;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

final class ImplementedByInaccessibleTests {

    @Test
    void aFieldOfAVisibleInterfaceIsVisible() {
        CompositionError error = refused(
                "type Query { i: I } interface I { a: Int b: Int } type T implements I { a: Int @inaccessible b: Int }");
        assertThat(error.message()).isEqualTo("T.a is @inaccessible, but it implements I.a, which is not");
        assertThat(error.advice()).isEqualTo("make I.a @inaccessible too");
    }

    @Test
    void anArgumentOfAVisibleInterfaceIsVisible() {
        assertThat(refused(
                                "type Query { i: I } interface I { a(x: Int): Int } type T implements I { a(x: Int @inaccessible): Int }")
                        .message())
                .startsWith("T.a(x:) is @inaccessible, but it implements I.a(x:)");
    }

    @Test
    void hiddenInterfacesDemandNothing() {
        assertThat(
                        codes(
                                "type Query { t: T } interface I @inaccessible { a: Int } type T implements I { a: Int @inaccessible b: Int }"))
                .isEmpty();
    }

    private static CompositionError refused(String... schemas) {
        CompositionError error = error(schemas);
        assertThat(error.code()).isEqualTo(ErrorCode.IMPLEMENTED_BY_INACCESSIBLE);
        return error;
    }
}
