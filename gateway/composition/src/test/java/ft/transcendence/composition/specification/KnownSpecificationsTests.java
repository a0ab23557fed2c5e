package ft.transcendence.composition.specification;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.link.SpecUrl;
import ft.transcendence.composition.link.SpecVersion;
import ft.transcendence.composition.link.Specifications;
import ft.transcendence.composition.syntax.SdlDocument.DirectiveDeclaration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownSpecificationsTests {
    @ParameterizedTest
    @CsvSource({
        "shareable, 0",
        "composeDirective, 1",
        "interfaceObject, 3",
        "authenticated, 5",
        "requiresScopes, 5",
        "policy, 6",
        "context, 8",
        "fromContext, 8",
        "cost, 9",
        "listSize, 9",
        "cacheTag, 12"
    })
    void directivesComeWithAVersionOfFederation(String directive, int since) {
        assertThat(federation(since).directives()).containsKey(directive);
        if (since > 0) {
            assertThat(federation(since - 1).directives()).doesNotContainKey(directive);
        }
    }

    @Test
    void definitionsChangeWithTheVersionOfFederation() {
        assertThat(directive(1, "shareable").isRepeatable()).isFalse();
        assertThat(directive(2, "shareable").isRepeatable()).isTrue();
        assertThat(directive(2, "tag").locations()).doesNotContain("SCHEMA");
        assertThat(directive(3, "tag").locations()).contains("SCHEMA");
        assertThat(directive(6, "override").arguments()).hasSize(1);
        assertThat(directive(7, "override").arguments()).hasSize(2);
    }

    @Test
    void allKnownVersionsCanBeRead() {
        for (SpecVersion version : KnownSpecifications.federationVersions()) {
            assertThat(federation(version.minor()).importableNames()).contains("@key", "FieldSet");
        }
        for (int minor = 1; minor <= 4; minor++) {
            assertThat(KnownSpecifications.find(url(Specifications.CONNECT, "connect", new SpecVersion(0, minor))))
                    .hasValueSatisfying(connect ->
                            assertThat(connect.importableNames()).contains("@connect", "@source", "JSONSelection"));
        }
        assertThat(KnownSpecifications.find(url(Specifications.LINK, "link", new SpecVersion(1, 0))))
                .hasValueSatisfying(link ->
                        assertThat(link.importableNames()).containsExactlyInAnyOrder("@link", "Purpose", "Import"));
    }

    @Test
    void othersAreNotKnown() {
        assertThat(KnownSpecifications.find(url(Specifications.FEDERATION, "federation", new SpecVersion(2, 15))))
                .isEmpty();
        assertThat(KnownSpecifications.find(url(Specifications.FEDERATION, "federation", new SpecVersion(1, 0))))
                .isEmpty();
        assertThat(KnownSpecifications.find(url(Specifications.TAG, "tag", new SpecVersion(0, 4))))
                .isEmpty();
        assertThat(KnownSpecifications.find(url("https://example.org/cache", "cache", new SpecVersion(1, 0))))
                .isEmpty();
    }

    private static KnownSpecification federation(int minor) {
        return KnownSpecifications.find(url(Specifications.FEDERATION, "federation", new SpecVersion(2, minor)))
                .orElseThrow();
    }

    private static SpecUrl url(String identity, String name, SpecVersion version) {
        return new SpecUrl(identity, name, version);
    }

    private static DirectiveDeclaration directive(int minor, String name) {
        return requireNonNull(federation(minor).directives().get(name));
    }
}
