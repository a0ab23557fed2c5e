package ft.transcendence.composition.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecUrlTests {
    @Test
    void readsIdentityNameAndVersion() throws InvalidSpecUrl {
        SpecUrl url = SpecUrl.parse("https://specs.apollo.dev/federation/v2.9");

        assertThat(url.identity()).isEqualTo("https://specs.apollo.dev/federation");
        assertThat(url.name()).isEqualTo("federation");
        assertThat(url.version()).isEqualTo(new SpecVersion(2, 9));
        assertThat(url).hasToString("https://specs.apollo.dev/federation/v2.9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTPS://Example.org/teams/cache/v0.1",
                "https://example.org/teams/cache/v0.1#@cache",
                "https://example.org/teams/cache/v0.1?draft",
                "https://reader@example.org/teams/cache/v0.1"
            })
    void identityIsWhatNamesTheSpecification(String text) throws InvalidSpecUrl {
        assertThat(SpecUrl.parse(text).identity()).isEqualTo("https://example.org/teams/cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "federation",
                "https://example.org",
                "https://example.org/",
                "https://example.org/v1.0",
                "https://example.org/cache",
                "https://example.org/cache/v1",
                "https://example.org/cache/1.0",
                "https://example.org/cache/v1.0.0",
                "https://example.org/cache/v1.0/"
            })
    void refusesWhatNamesNoVersionOfASpecification(String text) {
        assertThatThrownBy(() -> SpecUrl.parse(text)).isInstanceOf(InvalidSpecUrl.class);
    }
}
