package ft.transcendence.composition.reader;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.link.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportReaderTests {
    @Test
    void readsNamesAndOtherNames() {
        ReadSubgraph read = read("[\"@key\", { name: \"FieldSet\", as: \"Fields\" }, { name: \"@tag\" }]");

        assertThat(read.subgraph().orElseThrow().links().of("https://specs.apollo.dev/federation"))
                .hasValueSatisfying(link -> assertThat(link.imports())
                        .containsExactly(
                                new Link.Import("@key", "@key"),
                                new Link.Import("FieldSet", "Fields"),
                                new Link.Import("@tag", "@tag")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"@key\"",
                "3",
                "[3]",
                "[null]",
                "[{ as: \"@id\" }]",
                "[{ name: 3 }]",
                "[{ name: \"a key\" }]",
                "[{ name: \"@key\", as: \"id\" }]",
                "[{ name: \"FieldSet\", as: \"@fields\" }]",
                "[{ name: \"@key\", from: \"federation\" }]",
                "[\"@unknown\"]"
            })
    void refusesOtherShapes(String imports) {
        assertThat(read(imports).codes()).containsExactly(ErrorCode.INVALID_LINK_DIRECTIVE_USAGE);
    }

    @Test
    void suggestsTheDirectiveOfTheName() {
        assertThat(read("[\"key\"]").message()).endsWith("did you mean \"@key\"?");
        assertThat(read("[\"@sharable\"]").message()).endsWith("did you mean \"@shareable\"?");
    }

    @Test
    void doesNotKnowWhatOtherSpecificationsHave() {
        assertThat(ReadSubgraph.of("""
                extend schema
                  @link(url: "https://specs.apollo.dev/federation/v2.3")
                  @link(url: "https://example.org/cache/v1.0", import: ["@cache", "Scope"])
                type Query { a: Int }
                """).codes()).isEmpty();
    }

    private static ReadSubgraph read(String imports) {
        return ReadSubgraph.of("extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: "
                + imports + ") type Query { a: Int }");
    }
}
