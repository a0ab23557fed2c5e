package ft.transcendence.composition.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnusedExternalsTests {
    @Test
    void refusesExternalFieldsThatNothingUses() {
        CheckedSubgraph checked =
                CheckedSubgraph.of("type Book @key(fields: \"id\") { id: ID! title: String @external }");
        assertThat(checked.codes()).containsExactly(ErrorCode.EXTERNAL_UNUSED);
        assertThat(checked.places()).containsExactly("1:40");
        assertThat(checked.message()).startsWith("[products] \"Book.title\"");
    }

    @Test
    void allFieldsOfAnExternalTypeAreExternal() {
        assertThat(CheckedSubgraph.of("type Size @external { width: Int height: Int }")
                        .codes())
                .containsExactly(ErrorCode.EXTERNAL_UNUSED, ErrorCode.EXTERNAL_UNUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type Book @key(fields: \"title\") { title: String @external }",
                "type Book @key(fields: \"id\") { id: ID! title: String @external label: String @requires(fields: \"title\") }",
                "type Query { book: Book @provides(fields: \"title\") } type Book { title: String @external }",
                "type Query { any: [Titled] @provides(fields: \"title\") } interface Titled { title: String }"
                        + " type Book implements Titled { title: String @external }",
                "interface Titled { title: String } type Book implements Titled { title: String @external }",
                "extend type Book @key(fields: \"title\") { title: String @external }",
                "type Book @key(fields: \"title\") @extends { title: String @external }",
                "type Shelf @context(name: \"shelf\") { title: String @external }"
                        + " type Book @key(fields: \"id\") { id: ID! label(of: String @fromContext(field: \"$shelf { title }\")): Int }"
            })
    void acceptsExternalFieldsThatSomethingUses(String sdl) {
        assertThat(CheckedSubgraph.of(sdl).codes()).doesNotContain(ErrorCode.EXTERNAL_UNUSED);
    }

    @Test
    void whatComesBehindAMistakeIsNotUsed() {
        CheckedSubgraph checked = CheckedSubgraph.of("""
                type Book @key(fields: "id") {
                    id: ID!
                    title: String @external
                    pages: Int @external
                    label: String @requires(fields: "title unknown pages")
                }
                """);
        assertThat(checked.codes())
                .containsExactlyInAnyOrder(ErrorCode.REQUIRES_INVALID_FIELDS, ErrorCode.EXTERNAL_UNUSED);
        assertThat(checked.errors().getLast().message()).contains("\"Book.pages\"");
    }
}
