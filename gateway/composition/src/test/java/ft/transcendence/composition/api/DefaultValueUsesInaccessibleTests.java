package ft.transcendence.composition.api;

import static ft.transcendence.composition.CompositionTester.codes;
import static ft.transcendence.composition.CompositionTester.error;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

final class DefaultValueUsesInaccessibleTests {

    @Test
    void aDefaultValueContainsNoHiddenEnumValue() {
        CompositionError error = refused("type Query { a(e: E = B): E } enum E { A B @inaccessible }");
        assertThat(error.message()).isEqualTo("the default value of Query.a(e:) contains E.B, which is @inaccessible");
        assertThat(error.places()).hasSize(2);
    }

    @Test
    void aDefaultValueContainsNoHiddenInputFieldHoweverDeep() {
        assertThat(refused(
                                "type Query { a(in: In = {list: [{x: 1}]}): Int } input In { list: [In!] x: Int @inaccessible }")
                        .message())
                .contains("Query.a(in:) contains In.x");
        assertThat(refused(
                                "type Query { a(in: In): Int } input In { deep: In2 = {x: 1} } input In2 { x: Int @inaccessible y: Int }")
                        .message())
                .contains("In.deep contains In2.x");
    }

    @Test
    void defaultValuesOfDirectivesCountToo() {
        assertThat(refused("directive @d(e: E = B) on FIELD type Query { e: E } enum E { A B @inaccessible }")
                        .message())
                .contains("@d(e:) contains E.B");
    }

    @Test
    void defaultValuesOfHiddenArgumentsAreFree() {
        assertThat(codes("type Query { a(e: E = B @inaccessible): E } enum E { A B @inaccessible }"))
                .isEmpty();
    }

    private static CompositionError refused(String... schemas) {
        CompositionError error = error(schemas);
        assertThat(error.code()).isEqualTo(ErrorCode.DEFAULT_VALUE_USES_INACCESSIBLE);
        return error;
    }
}
