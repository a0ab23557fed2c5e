package ft.transcendence.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.servers.testing.TestBrowser;
import ft.transcendence.platform.servers.testing.TestBrowser.Page;
import ft.transcendence.platform.servers.testing.TestKeycloak;
import ft.transcendence.platform.servers.testing.TestServers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Logins with 42, through the real Keycloak and the fake 42. */
class FortyTwoLoginTests {

    private static final TestKeycloak keycloak = TestServers.keycloak();

    @Test
    void tokenContainsTheIdentityAt42() {
        TestBrowser browser = keycloak.browser();

        JsonNode claims = browser.tokens(FortyTwo.login(browser, "enoether")).claims();

        assertThat(claims.path("preferred_username").asString()).isEqualTo("enoether");
        assertThat(claims.path("identity_provider").asString()).isEqualTo("42");
        assertThat(claims.path("identity_provider_identity").asString()).isEqualTo("enoether");
        assertThat(claims.path("campus").asString()).isEqualTo("Heilbronn");
        assertThat(claims.path("name").asString()).isEqualTo("Emmy Noether");
        assertThat(claims.path("picture").isMissingNode()).isTrue();
        assertThat(claims.at("/realm_access/roles").toString()).contains("\"player\"");
    }

    @Test
    void tokenContainsTheIdentityAt42AfterAnExistingAccountIsLinked() {
        TestBrowser browser = keycloak.browser();
        Account marie = Account.withPassword("mcurie@student.42.example");

        Page found = FortyTwo.login(browser, "mcurie");
        assertThat(found.isRedirectToGateway())
                .as("an address alone proves nothing")
                .isFalse();
        Page proof = browser.submit(found, Map.of("submitAction", "linkAccount"));
        assertThat(proof.hasField("password")).isTrue();
        Page linked = browser.submit(proof, Map.of("username", marie.username(), "password", Account.PASSWORD));

        JsonNode claims = browser.tokens(linked).claims();

        assertThat(claims.path("sub").asString()).isEqualTo(marie.id());
        assertThat(claims.path("identity_provider").asString()).isEqualTo("42");
        assertThat(claims.path("identity_provider_identity").asString()).isEqualTo("mcurie");
        assertThat(claims.path("campus").asString()).isEqualTo("Paris");
        JsonNode byPassword = passwordLogin(marie);
        assertThat(byPassword.path("identity_provider").isMissingNode())
                .as("a login with the password is not a login with 42")
                .isTrue();
    }

    @Test
    void tokenContainsTheStudentsNewLoginNameAfterAChange() {
        TestBrowser first = keycloak.browser();
        JsonNode before = first.tokens(FortyTwo.login(first, "jbaker")).claims();
        TestBrowser second = keycloak.browser();
        JsonNode after = second.tokens(FortyTwo.login(second, "jbaker")).claims();

        assertThat(after.path("sub").asString()).isEqualTo(before.path("sub").asString());
        assertThat(after.path("identity_provider_identity").asString())
                .startsWith("jbaker")
                .isNotEqualTo(before.path("identity_provider_identity").asString());
    }

    @Test
    void issuesNoTokenBeforeTheSecondFactor() {
        TestBrowser first = keycloak.browser();
        assertThat(FortyTwo.login(first, "aturing").parameter("code")).isNotEmpty();
        Account.named("aturing").addSecondFactor();

        TestBrowser browser = keycloak.browser();
        Page question = FortyTwo.login(browser, "aturing");
        assertThat(question.isRedirectToGateway()).isFalse();
        assertThat(question.hasField("otp")).isTrue();
        Page silent = browser.login(Map.of("prompt", "none"));
        assertThat(silent.parameter("error"))
                .as("the incomplete login is not a login")
                .isEqualTo("login_required");
        assertThat(silent.parameter("code")).isEmpty();

        Page again = FortyTwo.login(browser, "aturing");
        Page wrong = browser.submit(again, Map.of("otp", Account.wrongCode()));
        assertThat(wrong.isRedirectToGateway()).isFalse();
        JsonNode claims = browser.tokens(browser.submit(wrong, Map.of("otp", Account.code())))
                .claims();
        assertThat(claims.path("preferred_username").asString()).isEqualTo("aturing");
        assertThat(claims.path("amr").toString()).contains("otp");
    }

    @Test
    void issuesNoCodeWithoutConsent() {
        TestBrowser browser = keycloak.browser();

        assertThat(FortyTwo.login(browser, "bartleby").parameter("code")).isEmpty();
    }

    private static JsonNode passwordLogin(Account account) {
        TestBrowser browser = keycloak.browser();
        return browser.tokens(account.submitPassword(browser)).claims();
    }
}
