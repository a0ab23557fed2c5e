package ft.transcendence.composition.api;

import static ft.transcendence.composition.CompositionTester.codes;
import static ft.transcendence.composition.CompositionTester.error;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

final class OnlyInaccessibleChildrenTests {

    @Test
    void aVisibleTypeHasSomethingVisible() {
        assertThat(refused("type Query { t: T } type T { a: Int @inaccessible }")
                        .message())
                .isEqualTo("all fields of T are @inaccessible, but the type itself is not");
        assertThat(refused("type Query { a(in: In): Int } input In { a: Int @inaccessible }")
                        .message())
                .startsWith("all input fields of In");
        assertThat(refused("type Query { e: E } enum E { A @inaccessible }").message())
                .startsWith("all values of E");
        assertThat(refused("type Query { u: U } union U = T type T @inaccessible { a: Int }")
                        .message())
                .startsWith("all members of U");
    }

    @Test
    void aHiddenTypeMayHaveNothingVisible() {
        assertThat(codes("type Query { a: Int } type T @inaccessible { a: Int @inaccessible }"))
                .isEmpty();
    }

    private static CompositionError refused(String... schemas) {
        CompositionError error = error(schemas);
        assertThat(error.code()).isEqualTo(ErrorCode.ONLY_INACCESSIBLE_CHILDREN);
        return error;
    }
}
