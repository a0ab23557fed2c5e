package ft.transcendence.composition.merge;

import static ft.transcendence.composition.CompositionTester.codes;
import static ft.transcendence.composition.CompositionTester.error;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

class FieldSharingTests {

    @Test
    void refusesAFieldThatTwoSubgraphsResolve() {
        assertThat(error("type Query { x: Int }", "type Query { x: Int }"))
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.INVALID_FIELD_SHARING))
                .satisfies(error -> assertThat(error.places())
                        .extracting(Object::toString)
                        .containsExactly("a.graphqls:2:14", "b.graphqls:2:14"));
    }

    @Test
    void refusesAFieldThatIsShareableInOneSubgraphOnly() {
        assertThat(codes("type Query { x: Int @shareable }", "type Query { x: Int }"))
                .containsExactly(ErrorCode.INVALID_FIELD_SHARING);
    }

    @Test
    void acceptsShareableFieldsAndTypes() {
        assertThat(codes("type Query @shareable { x: Int }", "type Query { x: Int @shareable }"))
                .isEmpty();
    }

    @Test
    void acceptsKeyFieldsAndProvidedFields() {
        assertThat(codes(
                        "type Query { t: T @provides(fields: \"x\") } type T @key(fields: \"id\") { id: ID! x: Int @external }",
                        "type T @key(fields: \"id\") { id: ID! x: Int @shareable }"))
                .isEmpty();
    }

    @Test
    void refusesAProvidedFieldThatItsOwnerDoesNotShare() {
        assertThat(codes(
                        "type Query { t: T @provides(fields: \"x\") } type T @key(fields: \"id\") { id: ID! x: Int @external }",
                        "type T @key(fields: \"id\") { id: ID! x: Int }"))
                .containsExactly(ErrorCode.INVALID_FIELD_SHARING);
    }

    @Test
    void ignoresOverriddenFields() {
        assertThat(codes("type Query { x: Int }", "type Query { x: Int @override(from: \"a\") }"))
                .isEmpty();
    }

    @Test
    void refusesShareableSubscriptions() {
        assertThat(codes("type Query { x: Int } type Subscription { s: Int @shareable }"))
                .containsExactly(ErrorCode.INVALID_FIELD_SHARING);
    }

    @Test
    void countsTheFieldsOfTwoInterfaceObjects() {
        assertThat(codes(
                        "type Query { i: I } type I @interfaceObject @key(fields: \"id\") { id: ID! x: Int }"
                                + " type J @interfaceObject @key(fields: \"id\") { id: ID! x: Int }",
                        "interface I @key(fields: \"id\") { id: ID! } interface J @key(fields: \"id\") { id: ID! }"
                                + " type T implements I & J @key(fields: \"id\") { id: ID! }"))
                .containsExactly(ErrorCode.INVALID_FIELD_SHARING);
    }
}
