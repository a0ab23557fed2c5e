package ft.transcendence.composition.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContextSelectionsTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "String | $any { name }",
                "String | $any name",
                "String | $any { home { city } }",
                "String | $any { home { city zip } }",
                "[String] | $any { names }",
                "[String] | $any { homes { city } }",
                "String | $any { ... on User { name } ... on Group { title } }"
            })
    void acceptsOneValueThatFits(String type, String field) {
        assertThat(argument(type, field).codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Int | $any { name }",
                "String! | $any { name }",
                "String | $any { names }",
                "[String!] | $any { names }",
                "String | $any { homes { city } }",
                "String | $any { home { city number } }",
                "Int | $any { ... on User { name } ... on Group { title } }"
            })
    void refusesAValueThatDoesNotFit(String type, String field) {
        CheckedSubgraph checked = argument(type, field);
        assertThat(checked.codes()).containsExactly(ErrorCode.CONTEXT_INVALID_SELECTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$any { }",
                "$any { name home { city } }",
                "$any { name name }",
                "$any { unknown }",
                "$any { email }",
                "$any { home }",
                "$any { name { city } }",
                "$any { label: name }",
                "$any { name @include(if: true) }",
                "$any { ...Name }",
                "$any { ... { name } }",
                "$any { ... on User { name } }",
                "$any { ... on User { name } ... on User { email } }",
                "$any { ... on User { name } name }",
                "$any { name ... on User { name } }",
                "$any { ... on User { name } ... on Group { title } ... on Home { city } }",
                "$any { ... on Named { name } }",
                "$any { ... on Nobody { name } }",
                "$any { node { id } }"
            })
    void refusesWhatIsNotOneFieldOfEachType(String field) {
        assertThat(argument("String", field).codes()).containsExactly(ErrorCode.CONTEXT_INVALID_SELECTION);
    }

    @Test
    void tellsTheArgumentAndTheTypes() {
        CheckedSubgraph checked = argument("Int", "$any { name }");
        assertThat(checked.message())
                .contains("\"Post.text(of:)\"")
                .endsWith("its value has the type \"String\", the argument \"Int\"");
        assertThat(checked.places()).hasSize(1);
    }

    @Test
    void aUnionSelectsByFragments() {
        CheckedSubgraph checked = CheckedSubgraph.of("""
                union Any @context(name: "any") = User | Group
                type User { name: String }
                type Group { title: String }
                type Post @key(fields: "id") {
                    id: ID!
                    text(of: String @fromContext(field: "$any { ... on User { name } ... on Group { title } }")): Int
                }
                """);
        assertThat(checked.codes()).isEmpty();
    }

    private static CheckedSubgraph argument(String type, String field) {
        return CheckedSubgraph.of("""
                interface Named { name: String }
                type User implements Named @context(name: "any") {
                    name: String!
                    email: String
                    names: [String!]!
                    home: Home
                    homes: [Home!]
                    node: Node
                }
                type Group @context(name: "any") {
                    name: String
                    title: String
                    names: [String]
                    home: Home
                    homes: [Home]
                    node: Node
                }
                type Home { city: String zip: String number: Int }
                type Node @interfaceObject @key(fields: "id") { id: String }
                type Post @key(fields: "id") { id: ID! text(of: %s @fromContext(field: "%s")): Int }
                """.formatted(type, field));
    }
}
