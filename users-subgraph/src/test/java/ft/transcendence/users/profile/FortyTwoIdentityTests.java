package ft.transcendence.users.profile;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.users.name.PersonalText;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;

class FortyTwoIdentityTests {

    @ParameterizedTest
    @ValueSource(strings = {"alo\u202Evelac", "alo\u200Bvelac", "\u3164alovelac", "alovelac\u2800", "\u0301alovelac"})
    void sanitizesTheIdentity(String hostile) {
        assertThat(FortyTwoIdentity.of(student(hostile, hostile)))
                .contains(new FortyTwoIdentity("alovelac", "alovelac"));
    }

    @ParameterizedTest
    @MethodSource({
        "ft.transcendence.platform.servers.testing.TestNames#hostile",
        "ft.transcendence.platform.servers.testing.TestNames#broken"
    })
    void removesInvisibleNames(String hostile) {
        FortyTwoIdentity identity =
                FortyTwoIdentity.of(student("x" + hostile, "y" + hostile)).orElseThrow();
        assertThat(PersonalText.validateLine(identity.login(), 50)).isEmpty();
        assertThat(PersonalText.validateLine(Objects.requireNonNull(identity.campus()), 50))
                .isEmpty();
    }

    @Test
    void truncatesLongNames() {
        assertThat(FortyTwoIdentity.of(student("x".repeat(202), "y".repeat(202))))
                .contains(new FortyTwoIdentity("x".repeat(50), "y".repeat(50)));
    }

    @Test
    void keepsValidNames() {
        assertThat(FortyTwoIdentity.of(student("alovelac", "S\u00E3o Paulo")))
                .contains(new FortyTwoIdentity("alovelac", "S\u00E3o Paulo"));
    }

    @Test
    void isEmptyWhenNothingIsLeftOfTheLogin() {
        assertThat(FortyTwoIdentity.of(student("\u200B\u3164", "London"))).isEmpty();
        assertThat(FortyTwoIdentity.of(student("alovelac", "\u2800"))).contains(new FortyTwoIdentity("alovelac", null));
    }

    private static Caller student(String login, String campus) {
        UUID id = UUID.randomUUID();
        Jwt token = Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .subject(id.toString())
                .claim("identity_provider", "42")
                .claim("identity_provider_identity", login)
                .claim("campus", campus)
                .build();
        return new Caller(id, Set.of("player"), "gateway", null, token);
    }
}
