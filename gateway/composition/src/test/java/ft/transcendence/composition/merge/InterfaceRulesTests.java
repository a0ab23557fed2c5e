package ft.transcendence.composition.merge;

import static ft.transcendence.composition.CompositionTester.codes;
import static ft.transcendence.composition.CompositionTester.definition;
import static ft.transcendence.composition.CompositionTester.error;
import static ft.transcendence.composition.CompositionTester.supergraph;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

class InterfaceRulesTests {

    private static final String OWNER =
            "type Query { i: I } interface I @key(fields: \"id\") { id: ID! } type T implements I @key(fields: \"id\") { id: ID! }";

    @Test
    void refusesAKeyInASubgraphThatMissesImplementations() {
        assertThat(error(OWNER, "interface I { id: ID! } type U implements I @key(fields: \"id\") { id: ID! }")
                        .code())
                .isEqualTo(ErrorCode.INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE);
        assertThat(codes(
                        OWNER.replace(
                                "interface I @key(fields: \"id\")",
                                "interface I @key(fields: \"id\", resolvable: false)"),
                        "interface I { id: ID! } type U implements I @key(fields: \"id\") { id: ID! }"))
                .isEmpty();
    }

    @Test
    void refusesAnInterfaceObjectBesideItsImplementations() {
        assertThat(
                        codes(
                                OWNER,
                                "type I @interfaceObject @key(fields: \"id\") { id: ID! x: Int } type T @key(fields: \"id\") { id: ID! }"))
                .containsExactly(ErrorCode.INTERFACE_OBJECT_USAGE_ERROR);
    }

    @Test
    void refusesAnInterfaceObjectWithoutAnInterface() {
        assertThat(codes("type Query { i: I } type I @interfaceObject @key(fields: \"id\") { id: ID! }"))
                .containsExactly(ErrorCode.INTERFACE_OBJECT_USAGE_ERROR);
    }

    @Test
    void refusesATypeOfSeveralKinds() {
        assertThat(error("type Query { t: T } type T { x: Int }", "interface T { x: Int }")
                        .message())
                .isEqualTo(
                        "T is of several kinds: an object type in subgraph \"a\" but an interface in subgraph \"b\"");
        assertThat(definition("interface I", OWNER)).contains("@join__type(graph: A, key: \"id\")");
        assertThat(supergraph(OWNER)).contains("@join__implements(graph: A, interface: \"I\")");
    }
}
