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

/** What strangers can register, which must not block a student's first login with 42. */
class RegistrationTests {

    private static final TestKeycloak keycloak = TestServers.keycloak();

    @Test
    void requiresOnlyAUsernameAndAPassword() {
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
    void rejectsUsernamesThatAreAddressesOrImitateOthers(String username) {
        TestBrowser browser = keycloak.browser();

        Page page = register(browser, username, Map.of());

        assertThat(page.isRedirectToGateway()).isFalse();
        assertThat(page.hasField("password-confirm")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ft.transcendence.platform.servers.testing.TestNames#hostile")
    void rejectsInvisibleCharactersInUsernames(String hostile) {
        assertThat(register(keycloak.browser(), "x" + hostile + "y", Map.of()).isRedirectToGateway())
                .isFalse();
    }

    @Test
    void rejectsLookAlikesOfExistingUsernames() {
        TestNames.lookingLike(TestNames.TWINNED)
                .filter(name -> !name.matches("[a-zA-Z0-9]+"))
                .forEach(name -> assertThat(
                                register(keycloak.browser(), name, Map.of()).isRedirectToGateway())
                        .as(name)
                        .isFalse());
    }

    @Test
    void claimedEmailAddressDoesNotBlockItsOwner() {
        TestBrowser stranger = keycloak.browser();
        assertThat(stranger.registration(stranger.login()).hasField("email")).isFalse();
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
    void usernameTakenByAStrangerDoesNotBlockTheStudent() {
        TestBrowser stranger = keycloak.browser();
        String evil = stranger.tokens(register(stranger, "egalois", Map.of()))
                .claims()
                .path("sub")
                .asString();

        TestBrowser student = keycloak.browser();
        Page taken = FortyTwo.login(student, "egalois");
        assertThat(taken.isRedirectToGateway())
                .as("a matching username is no proof")
                .isFalse();
        Page review = student.submit(taken, Map.of("submitAction", "updateProfile"));
        assertThat(review.hasField("username")).isTrue();
        String other = "evariste-" + UUID.randomUUID();
        JsonNode claims = student.tokens(student.submit(review, Map.of("username", other)))
                .claims();

        assertThat(claims.path("sub").asString()).isNotEqualTo(evil);
        assertThat(claims.path("preferred_username").asString()).isEqualTo(other);
        assertThat(claims.path("identity_provider_identity").asString()).isEqualTo("egalois");
    }

    @Test
    void rejectsLoginsWithAnEmailAddress() {
        String address = "addressed-" + UUID.randomUUID() + "@example.org";
        Account account = Account.withPassword(address);
        TestBrowser browser = keycloak.browser();

        Page page = browser.submit(browser.login(), Map.of("username", address, "password", Account.PASSWORD));

        assertThat(page.isRedirectToGateway()).isFalse();
        assertThat(account.submitPassword(browser).isRedirectToGateway()).isTrue();
    }

    private static Page register(TestBrowser browser, String username, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(more);
        fields.putAll(Map.of("username", username, "password", Account.PASSWORD, "password-confirm", Account.PASSWORD));
        return browser.submit(browser.registration(browser.login()), fields);
    }
}
