package ft.transcendence.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.servers.testing.TestBrowser;
import ft.transcendence.platform.servers.testing.TestBrowser.Page;
import ft.transcendence.platform.servers.testing.TestKeycloak;
import ft.transcendence.platform.servers.testing.TestNames;
import ft.transcendence.platform.servers.testing.TestServers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What anybody can register, and that it cannot block a student's first login with 42. */
class RegistrationTests {

    private static final TestKeycloak keycloak = TestServers.keycloak();

    @Test
    void newPlayerNeedsANameAndAPasswordAlone() {
        TestBrowser browser = keycloak.browser();
        String username = "new-" + UUID.randomUUID();

        JsonNode claims = browser.tokens(register(browser, username, Map.of())).claims();

        assertThat(claims.path("preferred_username").asString()).isEqualTo(username);
        assertThat(claims.at("/realm_access/roles").toString()).contains("\"player\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aturing@student.42.example",
                "@",
                "a",
                "two words",
                "deleted:00000000-0000-4000-8000-000000000001",
                "\u0430da",
                "ad\u0430",
                "a\u200Bda",
                "\u202Eada",
                "\uFF41da",
                "ada\u0301",
                "-ada",
                "ada..lovelace",
                "a23456789012345678901234567890123456789012345678901"
            })
    void nameIsNoAddressAndNothingThatPassesForAnotherName(String username) {
        TestBrowser browser = keycloak.browser();

        Page answer = register(browser, username, Map.of());

        assertThat(answer.isBackAtTheGateway()).isFalse();
        assertThat(answer.asksFor("password-confirm")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ft.transcendence.platform.servers.testing.TestNames#hostile")
    void nameHoldsNothingThatNobodySees(String hostile) {
        assertThat(register(keycloak.browser(), "x" + hostile + "y", Map.of()).isBackAtTheGateway())
                .isFalse();
    }

    @Test
    void nameIsNoOtherNameInLettersOfAnotherScript() {
        TestNames.lookingLike(TestNames.TWINNED)
                .filter(name -> !name.matches("[a-zA-Z0-9]+"))
                .forEach(name -> assertThat(
                                register(keycloak.browser(), name, Map.of()).isBackAtTheGateway())
                        .as(name)
                        .isFalse());
    }

    @Test
    void strangersAddressIsNoneOfTheirsAndBlocksNobody() {
        TestBrowser stranger = keycloak.browser();
        assertThat(stranger.registration(stranger.login()).asksFor("email")).isFalse();
        JsonNode evil = stranger.tokens(register(
                        stranger,
                        "evil-" + UUID.randomUUID(),
                        Map.of("email", "kgoedel@student.42.example", "emailVerified", "true")))
                .claims();
        assertThat(evil.path("email").isMissingNode()).isTrue();

        TestBrowser student = keycloak.browser();
        JsonNode claims = student.tokens(FortyTwo.login(student, "kgoedel")).claims();

        assertThat(claims.path("sub").asString()).isNotEqualTo(evil.path("sub").asString());
        assertThat(claims.path("email").asString()).isEqualTo("kgoedel@student.42.example");
        assertThat(claims.path("email_verified").asBoolean()).isTrue();
    }

    @Test
    void strangersNameIsNotTheStudentsWhoComesWithAnotherOne() {
        TestBrowser stranger = keycloak.browser();
        String evil = stranger.tokens(register(stranger, "egalois", Map.of()))
                .claims()
                .path("sub")
                .asString();

        TestBrowser student = keycloak.browser();
        Page taken = FortyTwo.login(student, "egalois");
        assertThat(taken.isBackAtTheGateway()).as("a name alone proves nothing").isFalse();
        Page review = student.submit(taken, Map.of("submitAction", "updateProfile"));
        assertThat(review.asksFor("username")).isTrue();
        String other = "evariste-" + UUID.randomUUID();
        JsonNode claims = student.tokens(student.submit(review, Map.of("username", other)))
                .claims();

        assertThat(claims.path("sub").asString()).isNotEqualTo(evil);
        assertThat(claims.path("preferred_username").asString()).isEqualTo(other);
        assertThat(claims.path("identity_provider_identity").asString()).isEqualTo("egalois");
    }

    @Test
    void addressIsNoNameToLogInWith() {
        String address = "addressed-" + UUID.randomUUID() + "@example.org";
        Account account = Account.withPassword(address);
        TestBrowser browser = keycloak.browser();

        Page answer = browser.submit(browser.login(), Map.of("username", address, "password", Account.PASSWORD));

        assertThat(answer.isBackAtTheGateway()).isFalse();
        assertThat(account.passwordGiven(browser).isBackAtTheGateway()).isTrue();
    }

    private static Page register(TestBrowser browser, String username, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(more);
        fields.putAll(Map.of("username", username, "password", Account.PASSWORD, "password-confirm", Account.PASSWORD));
        return browser.submit(browser.registration(browser.login()), fields);
    }
}
