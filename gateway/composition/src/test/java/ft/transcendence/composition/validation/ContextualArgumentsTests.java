package ft.transcendence.composition.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextualArgumentsTests {
    private static final String USER = "type User @context(name: \"user\") { name: String }\n";

    @ParameterizedTest
    @ValueSource(strings = {"$user { name }", "$user name", " , $ user{name}", "#comment\\n$user { name }"})
    void acceptsAContextAndASelection(String field) {
        assertThat(post("text(of: String @fromContext(field: \"" + field + "\")): Int")
                        .codes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "user { name }", "{ name }", "$ { name }", "$user", "$2user { name }"})
    void refusesATextWithoutAContextOrASelection(String field) {
        CheckedSubgraph checked = post("text(of: String @fromContext(field: \"" + field + "\")): Int");
        assertThat(checked.codes()).containsExactly(ErrorCode.NO_CONTEXT_IN_SELECTION);
        assertThat(checked.places()).containsExactly("2:56");
    }

    @Test
    void refusesAContextThatIsNeverSet() {
        CheckedSubgraph checked = post("text(of: String @fromContext(field: \"$other { name }\")): Int");
        assertThat(checked.codes()).containsExactly(ErrorCode.CONTEXT_NOT_SET);
        assertThat(checked.message()).contains("\"Post.text(of:)\"").contains("\"other\"");
    }

    @Test
    void refusesArgumentsWithADefault() {
        assertThat(post("text(of: String = \"me\" @fromContext(field: \"$user { name }\")): Int")
                        .codes())
                .containsExactly(ErrorCode.CONTEXT_NOT_SET);
    }

    @Test
    void refusesFieldsOfInterfaces() {
        assertThat(CheckedSubgraph.of(USER
                                + "interface Post { text(of: String @fromContext(field: \"$user { name }\")): Int }")
                        .codes())
                .containsExactly(ErrorCode.CONTEXT_NOT_SET);
    }

    @Test
    void refusesFieldsThatAnInterfaceDemands() {
        assertThat(CheckedSubgraph.of(USER + """
                                interface Text { text(of: String): Int }
                                type Post implements Text @key(fields: "id") {
                                    id: ID!
                                    text(of: String @fromContext(field: "$user { name }")): Int
                                }
                                """).codes()).containsExactly(ErrorCode.CONTEXT_NOT_SET);
    }

    @Test
    void refusesArgumentsOfDirectives() {
        assertThat(CheckedSubgraph.of(
                                USER + "directive @of(name: String @fromContext(field: \"$user { name }\")) on FIELD")
                        .codes())
                .containsExactly(ErrorCode.CONTEXT_NOT_SET);
    }

    private static CheckedSubgraph post(String field) {
        return CheckedSubgraph.of(USER + "type Post @key(fields: \"id\") { id: ID! " + field + " }");
    }
}
