package ft.transcendence.federation.supergraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ft.transcendence.federation.supergraph.SupergraphException.Code;
import org.junit.jupiter.api.Test;

final class BrokenSupergraphTests {

    private static final String HEAD = """
            schema @link(url: "https://specs.apollo.dev/join/v0.3") { query: Query }
            enum join__Graph { A @join__graph(name: "a", url: "") }
            """;

    private static SupergraphException refusal(String sdl) {
        return catchThrowableOfType(SupergraphException.class, () -> Supergraph.parse(sdl));
    }

    @Test
    void textThatIsNoSchema() {
        SupergraphException refusal = refusal("type Query {\n  a: \n}");
        assertThat(refusal.code()).isEqualTo(Code.SYNTAX);
        assertThat(refusal.line()).isEqualTo(3);
    }

    @Test
    void aSchemaThatWasNotComposed() {
        assertThat(refusal("type Query { a: Int }").code()).isEqualTo(Code.NOT_A_SUPERGRAPH);
    }

    @Test
    void aSubgraphThatIsNotListed() {
        SupergraphException refusal =
                refusal(HEAD + "type Query @join__type(graph: A) {\n  a: Int @join__field(graph: B)\n}");
        assertThat(refusal.code()).isEqualTo(Code.INVALID_JOIN);
        assertThat(refusal).hasMessage("line 4: @join__field names the subgraph B, which join__Graph does not list");
    }

    @Test
    void aKeyThatIsNoSelection() {
        SupergraphException refusal = refusal(HEAD
                + "type Query @join__type(graph: A) { a: T }\ntype T @join__type(graph: A, key: \"id {\") { id: ID }");
        assertThat(refusal.code()).isEqualTo(Code.INVALID_JOIN);
        assertThat(refusal.line()).isEqualTo(4);
    }

    @Test
    void aTypeThatIsMissing() {
        SupergraphException refusal = refusal(HEAD + "type Query @join__type(graph: A) { a: Gone }");
        assertThat(refusal.code()).isEqualTo(Code.INVALID_SCHEMA);
        assertThat(refusal).hasMessageContaining("Gone");
    }

    @Test
    void aRootTypeThatIsMissing() {
        assertThat(refusal(HEAD + "type Root @join__type(graph: A) { a: Int }").code())
                .isEqualTo(Code.INVALID_SCHEMA);
    }
}
