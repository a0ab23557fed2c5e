package ft.transcendence.composition.satisfiability;

import static ft.transcendence.composition.CompositionTester.codes;
import static ft.transcendence.composition.CompositionTester.error;
import static ft.transcendence.composition.CompositionTester.hints;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.HintCode;
import ft.transcendence.composition.Place;
import org.junit.jupiter.api.Test;

/** Interfaces, unions and interface objects. */
final class RuntimeTypesTests {

    @Test
    void aFieldOfAnInterfaceIsReachedForEachOfItsTypes() {
        String schema = "type Query { i: I } interface I { id: ID! name: String } "
                + "type A implements I @key(fields: \"id\") { id: ID! name: String @external } type B implements I { id: ID! name: String }";
        assertThat(codes(schema, "type A @key(fields: \"id\") { id: ID! name: String }"))
                .isEmpty();
        assertThat(codes(schema, "type A @key(fields: \"id\", resolvable: false) { id: ID! name: String }"))
                .containsExactly(ErrorCode.SATISFIABILITY_ERROR);
    }

    @Test
    void aTypeThatOneSubgraphCannotReturnDoesNotOccurInASharedField() {
        String first = "type Query { u: U @shareable } union U = A type A @shareable { id: ID }";
        String second = "type Query { u: U @shareable } union U = A | B type A @shareable { id: ID } type B { id: ID }";
        assertThat(codes(first, second, "type B { far: Int }"))
                .as("B.far cannot be reached, but no subgraph may return B")
                .isEmpty();
        assertThat(hints(first, second)).contains(HintCode.INCONSISTENT_RUNTIME_TYPES_FOR_SHAREABLE_RETURN);
        String alike = second.replace("type B {", "type B @shareable {");
        assertThat(hints(alike, alike)).doesNotContain(HintCode.INCONSISTENT_RUNTIME_TYPES_FOR_SHAREABLE_RETURN);
    }

    @Test
    void aSharedFieldHasACommonRuntimeType() {
        var error = error(
                "type Query { i: I @shareable } interface I { id: ID } type A implements I { id: ID }",
                "type Query { i: I @shareable } interface I { id: ID } type B implements I { id: ID }");
        assertThat(error.code()).isEqualTo(ErrorCode.SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES);
        assertThat(error.message()).startsWith("Query.i is shared").contains("- \"a\": A\n- \"b\": B");
        assertThat(error.places()).extracting(Place::subgraph).containsExactly("a", "b");
    }

    @Test
    void theTypeOfAnInterfaceObjectIsFoundOutElsewhere() {
        String object = "type Query { i: I } type I @interfaceObject @key(fields: \"id\") { id: ID! score: Int }";
        String key =
                "type T implements I @key(fields: \"id\") { id: ID! } interface I @key(fields: \"id\"%s) { id: ID! } type Query { t: T }";
        assertThat(codes(object, key.formatted(""))).isEmpty();
        var error = error(object, key.formatted(", resolvable: false"));
        assertThat(error.code()).isEqualTo(ErrorCode.SATISFIABILITY_ERROR);
        assertThat(error.message())
                .contains("\"a\" does not know the types of I, which is an @interfaceObject there")
                .contains("\"b\" has the interface, but cannot be entered: its keys of I are not resolvable");
    }
}
