package ft.transcendence.composition.api;

import static ft.transcendence.composition.CompositionTester.compose;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.CompositionResult;
import ft.transcendence.composition.CompositionTester;
import org.junit.jupiter.api.Test;

final class ApiSchemaTests {

    @Test
    void isWithoutHiddenElementsAndSpecifications() {
        assertThat(api("""
                "All queries."
                type Query { a(x: Int, y: Int @inaccessible): Int @tag(name: "x") t: T u: U secret: Int @inaccessible }
                type T implements I & J @key(fields: "id") { id: ID! e(in: In): E }
                interface I { id: ID! }
                interface J @inaccessible { id: ID! }
                type Hidden @inaccessible { id: ID! }
                union U = T | Hidden
                enum E { A B @inaccessible }
                input In { a: Int b: Int @inaccessible }
                """)).isEqualTo("""
                enum E {
                  A
                }

                interface I {
                  id: ID!
                }

                input In {
                  a: Int
                }

                \"""
                All queries.
                \"""
                type Query {
                  a(x: Int): Int
                  t: T
                  u: U
                }

                type T implements I {
                  id: ID!
                  e(in: In): E
                }

                union U = T
                """);
    }

    @Test
    void keepsWhatGraphQLAndOperationsKnow() {
        assertThat(api("""
                directive @mine(of: Int) on FIELD
                directive @defer(if: Boolean) on FRAGMENT_SPREAD
                type Query { a: Int @deprecated(reason: "old") s: S }
                scalar S @specifiedBy(url: "https://s")
                """))
                .contains("directive @mine(of: Int) on FIELD")
                .contains("a: Int @deprecated(reason: \"old\")")
                .contains("scalar S")
                .contains("@specifiedBy(url: \"https://s\")")
                .doesNotContain("@defer");
    }

    @Test
    void keepsTypesWhoseNamesBeginLikeAComposedDirective() {
        assertThat(api(CompositionTester.LINK + """
                extend schema
                  @link(url: "https://x.dev/docs/v1.0", import: ["@docs"])
                  @composeDirective(name: "@docs")
                  @docs(url: "https://x.dev/foo/v1.2")
                directive @docs(url: String) on SCHEMA
                type Query { a: foo__T }
                type foo__T { a: Int }
                """)).contains("type foo__T").contains("a: foo__T");
    }

    private static String api(String schema) {
        if (compose(schema) instanceof CompositionResult.Composed composed) {
            return composed.apiSdl();
        }
        throw new AssertionError(compose(schema));
    }
}
