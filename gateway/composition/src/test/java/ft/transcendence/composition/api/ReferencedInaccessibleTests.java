package ft.transcendence.composition.api;

import static ft.transcendence.composition.CompositionTester.codes;
import static ft.transcendence.composition.CompositionTester.error;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

final class ReferencedInaccessibleTests {

    @Test
    void aVisibleFieldIsNotOfAHiddenType() {
        CompositionError error = refused("type Query { t: T } type T @inaccessible { a: Int }");
        assertThat(error.message()).isEqualTo("Query.t is of the type T, which is @inaccessible");
        assertThat(error.places()).hasSize(2);
    }

    @Test
    void aVisibleArgumentIsNotOfAHiddenType() {
        assertThat(refused("type Query { a(in: [In!]): Int } input In @inaccessible { a: Int }")
                        .message())
                .startsWith("Query.a(in:) is of the type In");
        assertThat(refused("type Query { a(in: In): Int } input In { b: In2 } input In2 @inaccessible { a: Int }")
                        .message())
                .startsWith("In.b is of the type In2");
    }

    @Test
    void hiddenElementsMayBeOfHiddenTypes() {
        assertThat(
                        codes(
                                "type Query { a(in: In @inaccessible): Int t: T @inaccessible } type T @inaccessible { t: T } input In @inaccessible { a: Int }"))
                .isEmpty();
    }

    @Test
    void hiddenInOneSubgraphIsHiddenInAll() {
        assertThat(refused(
                                "type Query { t: T } type T @shareable { a: Int }",
                                "type T @shareable @inaccessible { a: Int }")
                        .places())
                .hasSize(3);
    }

    @Test
    void aTypeWithTheNameOfASpecificationIsNotSeen() {
        assertThat(refused("type Query { j: join__Mine } scalar join__Mine").message())
                .contains("whose name belongs to a specification");
    }

    private static CompositionError refused(String... schemas) {
        CompositionError error = error(schemas);
        assertThat(error.code()).isEqualTo(ErrorCode.REFERENCED_INACCESSIBLE);
        return error;
    }
}
