package ft.transcendence.composition.reader;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTableTests {
    private static final String CACHE = "url: \"https://example.org/cache/v1.0\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@link(url: \"https://specs.apollo.dev/federation/v2.4\")",
                "@link(" + CACHE + ", as: \"my__cache\")",
                "@link(" + CACHE + ", as: \"cache_\")",
                "@link(" + CACHE + ", as: \"2nd\")",
                "@link(" + CACHE + ", as: \"federation\")",
                "@link(" + CACHE + ", as: \"key\")",
                "@link(" + CACHE + ", import: [\"@federation__cache\"])",
                "@link(" + CACHE + ", import: [\"@federation\"])",
                "@link(" + CACHE + ", import: [{ name: \"@ttl\", as: \"@cache__cache\" }])",
                "@link(" + CACHE + ", import: [{ name: \"@ttl\", as: \"@cache\" }])",
                "@link(" + CACHE + ", import: [{ name: \"@ttl\", as: \"@a\" }, { name: \"@ttl\", as: \"@b\" }])",
                "@link(" + CACHE + ", import: [{ name: \"@ttl\", as: \"@a\" }, { name: \"@age\", as: \"@a\" }])",
                "@link(" + CACHE + ", import: [\"@key\"])",
                "@link(url: \"https://specs.apollo.dev/tag/v0.3\", import: [{ name: \"@tag\", as: \"@key\" }])"
            })
    void refusesNamesThatCouldMeanTwoThings(String link) {
        ReadSubgraph read = ReadSubgraph.linking("v2.3", "@key", "extend schema " + link + " type Query { a: Int }");

        assertThat(read.codes()).containsExactly(ErrorCode.INVALID_LINK_DIRECTIVE_USAGE);
        assertThat(read.places()).containsExactly("2:15");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@link(" + CACHE + ", as: \"stash\", import: [\"@ttl\", { name: \"@cache\", as: \"@stash\" }])",
                "@link(" + CACHE + ", import: [\"@cache\", \"@cache\"])",
                "@link(" + CACHE + ", import: [\"@other__ttl\"])",
                "@link(url: \"https://example.org/my-cache/v1.0\")"
            })
    void acceptsNamesThatAreClear(String link) {
        assertThat(ReadSubgraph.linking("v2.3", "@key", "extend schema " + link + " type Query { a: Int }")
                        .codes())
                .isEmpty();
    }
}
