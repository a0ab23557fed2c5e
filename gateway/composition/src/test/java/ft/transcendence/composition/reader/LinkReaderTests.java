package ft.transcendence.composition.reader;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.link.Links;
import ft.transcendence.composition.link.SpecVersion;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.KnownDirective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkReaderTests {
    @Test
    void readsTheVersionOfFederation() {
        ReadSubgraph read = ReadSubgraph.linking("v2.5", "@key", "type Query { a: Int }");

        assertThat(read.subgraph().orElseThrow().version()).isEqualTo(new SpecVersion(2, 5));
    }

    @Test
    void withoutALinkToFederationASchemaIsOfFederation1() {
        ReadSubgraph read = ReadSubgraph.of("type Query { t: T } type T @key(fields: \"id\") { id: ID! }");

        assertThat(read.subgraph().orElseThrow().isFederation1()).isTrue();
        assertThat(known(read, "T")).isEqualTo(KnownDirective.KEY);
    }

    @Test
    void linksOfAFederation1SchemaAreReadOnlyIfItLinksTheLinkSpecification() {
        String tag = "@link(url: \"https://specs.apollo.dev/inaccessible/v0.2\", import: [\"@inaccessible\"])";
        String link = "@link(url: \"https://specs.apollo.dev/link/v1.0\")";

        assertThat(ReadSubgraph.of("extend schema " + tag + " type Query { a: Int @inaccessible }")
                        .codes())
                .containsExactly(ErrorCode.INVALID_GRAPHQL);
        ReadSubgraph read = ReadSubgraph.of("extend schema " + link + tag + " type Query @inaccessible { a: Int }");
        assertThat(known(read, "Query")).isEqualTo(KnownDirective.INACCESSIBLE);
        assertThat(read.subgraph().orElseThrow().isFederation1()).isTrue();
    }

    @Test
    void directivesHaveTheirMeaningUnderEveryName() {
        ReadSubgraph read = ReadSubgraph.of("""
                extend schema @link(
                  url: "https://specs.apollo.dev/federation/v2.9", as: "fed", import: ["@tag", { name: "@key", as: "@id" }])
                type Query @tag(name: "a") { t: T i: I }
                type T @id(fields: "id") { id: ID! }
                type I @fed__inaccessible { a: Int }
                """);

        assertThat(known(read, "Query")).isEqualTo(KnownDirective.TAG);
        assertThat(known(read, "T")).isEqualTo(KnownDirective.KEY);
        assertThat(known(read, "I")).isEqualTo(KnownDirective.INACCESSIBLE);
    }

    @Test
    void directivesComeFromTheirOwnSpecificationsToo() {
        ReadSubgraph read = ReadSubgraph.of("""
                extend schema
                  @link(url: "https://specs.apollo.dev/federation/v2.3")
                  @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", import: ["@requiresScopes"])
                  @link(url: "https://specs.apollo.dev/cost/v0.1")
                type Query @requiresScopes(scopes: [["a"]]) { a: T }
                type T @cost(weight: 3) { a: Int }
                """);

        assertThat(known(read, "Query")).isEqualTo(KnownDirective.REQUIRES_SCOPES);
        assertThat(known(read, "T")).isEqualTo(KnownDirective.COST);
    }

    @Test
    void aDirectiveOfOnesOwnHasNoMeaning() {
        ReadSubgraph read = ReadSubgraph.linking("v2.3", "", """
                directive @key(x: Int) on OBJECT
                type Query @key { a: Int }
                """);

        assertThat(use(read, "Query").known()).isNull();
        assertThat(read.schema().directiveDefinitions()).containsOnlyKeys("key");
    }

    @Test
    void anotherDirectiveCanLink() {
        ReadSubgraph read = ReadSubgraph.of("""
                directive @uses(url: String!, as: String, import: [String]) repeatable on SCHEMA
                extend schema
                  @uses(url: "https://specs.apollo.dev/link/v1.0", as: "uses")
                  @uses(url: "https://specs.apollo.dev/federation/v2.3", import: ["@shareable"])
                type Query @shareable { a: Int }
                """);

        assertThat(read.subgraph().orElseThrow().version()).isEqualTo(new SpecVersion(2, 3));
        assertThat(known(read, "Query")).isEqualTo(KnownDirective.SHAREABLE);
    }

    @Test
    void coreLinksInFederation1() {
        ReadSubgraph read = ReadSubgraph.of("""
                directive @core(feature: String!, as: String) repeatable on SCHEMA
                schema @core(feature: "https://specs.apollo.dev/core/v0.1") @core(feature: "https://example.org/cache/v1.0") {
                  query: Query
                }
                type Query { a: Int }
                """);

        Links links = read.subgraph().orElseThrow().links();
        assertThat(links.all()).extracting(link -> link.url().name()).containsExactly("core", "cache");
    }

    @Test
    void aMissingLinkToTheLinkSpecificationIsAdded() {
        ReadSubgraph read = ReadSubgraph.linking("v2.3", "@key", "type Query { a: Int }");

        assertThat(read.subgraph().orElseThrow().links().all())
                .extracting(link -> link.url().toString())
                .containsExactly("https://specs.apollo.dev/link/v1.0", "https://specs.apollo.dev/federation/v2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2.15", "v3.0", "v1.0"})
    void refusesVersionsOfFederationThatItDoesNotKnow(String version) {
        ReadSubgraph read = ReadSubgraph.linking(version, "", "type Query { a: Int }");

        assertThat(read.codes()).containsExactly(ErrorCode.UNKNOWN_FEDERATION_LINK_VERSION);
        assertThat(read.advice()).isEqualTo("link a version from v2.0 to v2.14");
        assertThat(read.places()).containsExactly("1:15");
    }

    @Test
    void refusesVersionsOfTheLinkSpecificationThatItDoesNotKnow() {
        assertThat(ReadSubgraph.of(
                                "schema @link(url: \"https://specs.apollo.dev/link/v1.1\") { query: Query } type Query { a: Int }")
                        .codes())
                .containsExactly(ErrorCode.UNKNOWN_LINK_VERSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://specs.apollo.dev/federation", "https://specs.apollo.dev/federation/2.3"})
    void refusesUrlsWithoutAVersion(String url) {
        assertThat(ReadSubgraph.of("extend schema @link(url: \"" + url + "\") type Query { a: Int }")
                        .codes())
                .containsExactly(ErrorCode.INVALID_LINK_IDENTIFIER);
    }

    @Test
    void aDirectiveThatTheLinkedVersionLacksIsUnknown() {
        ReadSubgraph read = ReadSubgraph.linking("v2.5", "@key", "type Query { a: Int @federation__cost(weight: 3) }");

        assertThat(read.codes()).containsExactly(ErrorCode.INVALID_GRAPHQL);
    }

    @Test
    void tellsHowToGetADirective() {
        String use = "type Query { a: Int @cost(weight: 3) }";

        assertThat(ReadSubgraph.of(use).advice()).contains("link federation v2.9 or later and import \"@cost\"");
        assertThat(ReadSubgraph.linking("v2.5", "@key", use).advice()).contains("link federation v2.9 or later");
        assertThat(ReadSubgraph.linking("v2.9", "@key", use).advice())
                .isEqualTo("import \"@cost\" where federation is linked, or write @federation__cost");
        assertThat(ReadSubgraph.linking("v2.9", "@key", "type Query @kye { a: Int }")
                        .advice())
                .contains("did you mean \"key\"?");
    }

    private static DirectiveUse use(ReadSubgraph read, String type) {
        return read.schema().type(type).orElseThrow().directives().getFirst();
    }

    private static KnownDirective known(ReadSubgraph read, String type) {
        return requireNonNull(use(read, type).known());
    }
}
