package ft.transcendence.gateway.identity;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static ft.transcendence.gateway.settings.BoundSettings.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.identity.IssuersProperties.Issuer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuersPropertiesTests {
    private static final List<String> ISSUER = List.of(
            "issuers[0].name=partners", "issuers[0].issuer=https://login.example.org", "issuers[0].audiences=pong");

    @Test
    void hasNoIssuersByDefault() {
        assertThat(bind(IssuersProperties.class)).isEqualTo(new IssuersProperties(List.of(), 10_000));
    }

    @Test
    void hasDefaultsForEachIssuer() {
        assertThat(bind(IssuersProperties.class, ISSUER.toArray(String[]::new)).issuers())
                .containsExactly(new Issuer(
                        "partners",
                        URI.create("https://login.example.org"),
                        null,
                        null,
                        Set.of("pong"),
                        List.of(),
                        List.of("scope", "scp"),
                        "sub",
                        Set.of("RS256", "ES256"),
                        Duration.ofSeconds(30),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "issuers[0].name= | name",
                "issuers[0].name=Our Partners | must be in lower case",
                "issuers[0].issuer=login.example.org | must be an address such as https://login.example.org",
                "issuers[0].jwks-url=file:/etc/passwd | must be an address such as https://login.example.org",
                "issuers[0].audiences= | audiences",
                "issuers[0].algorithms=HS256 | must name asymmetric algorithms only",
                "issuers[0].algorithms=none | must name asymmetric algorithms only",
                "issuers[0].clock-skew=-1s | clockSkew",
                "issuers[0].subject-claim= | subjectClaim",
                "issuers[0].required-claims[0].claim=azp | values",
                "issuers[0].headers[0].claim=sub | header",
                "issuers[0].headers[0].header=Authorization | must not set the header 'authorization'",
                "issuers[0].headers[0].header=X User | must not set the header 'x user'",
                "issuers[1].name=partners | partners is there twice",
                "issuers[1].issuer=https://login.example.org | https://login.example.org is there twice",
                "issuers[0].scope=x | scope",
                "remembered-tokens=0 | rememberedTokens"
            })
    void refuses(String setting, String reason) {
        Stream<String> second = Stream.of(
                        "issuers[1].name=others",
                        "issuers[1].issuer=https://other.example",
                        "issuers[1].audiences=pong")
                .filter(each -> setting.startsWith("issuers[1]"));
        String name = setting.substring(0, setting.indexOf('=') + 1);
        String[] settings = Stream.concat(
                        Stream.concat(ISSUER.stream(), second).filter(each -> !each.startsWith(name)),
                        Stream.of(setting))
                .toArray(String[]::new);

        assertThat(refusalOf(IssuersProperties.class, settings)).contains(reason);
    }

    @Test
    void refusesTwoSourcesOfKeys() {
        String[] settings = Stream.concat(
                        ISSUER.stream(),
                        Stream.of(
                                "issuers[0].jwks-url=https://login.example.org/keys", "issuers[0].jwks-file=keys.json"))
                .toArray(String[]::new);
        assertThat(refusalOf(IssuersProperties.class, settings)).contains("only one of them");
    }
}
