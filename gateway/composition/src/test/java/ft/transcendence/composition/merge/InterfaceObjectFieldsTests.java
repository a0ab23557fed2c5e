package ft.transcendence.composition.merge;

import static ft.transcendence.composition.CompositionTester.definition;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InterfaceObjectFieldsTests {

    private static final String OWNER =
            "type Query { i: I } interface I @key(fields: \"id\") { id: ID! } type T implements I @key(fields: \"id\") { id: ID! }";

    @Test
    void areCopiedOntoImplementations() {
        assertThat(
                        definition(
                                "type T",
                                OWNER,
                                "type I @interfaceObject @key(fields: \"id\") { id: ID! \"the score\" x(a: Int = 1): Int @deprecated @tag(name: \"t\") }"))
                .contains("x(a: Int = 1): Int @deprecated @tag(name: \"t\") @join__field }");
    }

    @Test
    void carryTheirAccessRules() {
        assertThat(definition(
                        "type T",
                        OWNER,
                        "type I @interfaceObject @key(fields: \"id\") { id: ID! x: Int @authenticated }"))
                .contains("x: Int @authenticated @join__field");
    }

    @Test
    void areNotCopiedOverFieldsThatImplementationsHave() {
        assertThat(definition(
                        "type T",
                        OWNER.replace(
                                "type T implements I @key(fields: \"id\") { id: ID!",
                                "type T implements I @key(fields: \"id\") { id: ID! x: Int @shareable"),
                        "type I @interfaceObject @key(fields: \"id\") { id: ID! x: Int @shareable }"))
                .endsWith("{ id: ID! x: Int }");
    }
}
