package ft.transcendence.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.platform.servers.testing.TestBrowser;
import ft.transcendence.platform.servers.testing.TestBrowser.Page;
import ft.transcendence.platform.servers.testing.TestKeycloak;
import ft.transcendence.platform.servers.testing.TestServers;
import ft.transcendence.platform.servers.testing.TestTokens;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a login permits, for how long, and what ends it. */
class SessionTests {

    private static final TestKeycloak keycloak = TestServers.keycloak();

    @Test
    void reuseOfARefreshTokenEndsTheSession() {
        TestTokens first = loggedIn(Account.withPassword());
        TestTokens second = first.refreshed(keycloak);
        assertThat(second.granted()).isTrue();

        TestTokens stolen = first.refreshed(keycloak);

        assertThat(stolen.status()).isEqualTo(400);
        assertThat(stolen.response().path("error").asString()).isEqualTo("invalid_grant");
        assertThat(second.refreshed(keycloak).granted())
                .as("the thief cannot be identified, so the session ends for both")
                .isFalse();
    }

    @Test
    void refreshingATokenKeepsTheTimeOfTheLogin() {
        TestTokens first = loggedIn(Account.withPassword());
        awaitTheSecondAfter(first);

        TestTokens second = first.refreshed(keycloak);

        assertThat(second.claims().path("iat").asLong())
                .isGreaterThan(first.claims().path("iat").asLong());
        assertThat(first.claims().path("auth_time").asLong()).isPositive();
        assertThat(second.claims().path("auth_time").asLong())
                .isEqualTo(first.claims().path("auth_time").asLong());
    }

    @Test
    void singleSignOnKeepsTheTimeOfTheLogin() {
        TestBrowser browser = keycloak.browser();
        TestTokens first = browser.tokens(Account.withPassword().submitPassword(browser));
        awaitTheSecondAfter(first);

        TestTokens second = browser.tokens(browser.login());

        assertThat(second.claims().path("auth_time").asLong())
                .isEqualTo(first.claims().path("auth_time").asLong());
    }

    @Test
    void tokenContainsTheIdOfItsSessionForEveryKindOfLogin() {
        Account account = Account.withPassword();
        String inBrowser = loggedIn(account).claims().path("sid").asString();
        String byPassword = keycloak.tokens(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "cli",
                        "username",
                        account.username(),
                        "password",
                        Account.PASSWORD))
                .claims()
                .path("sid")
                .asString();
        assertThat(account.sessions()).containsExactlyInAnyOrder(inBrowser, byPassword);

        account.endSessions();

        assertThat(account.sessions()).isEmpty();
    }

    @Test
    void endedSessionIssuesNoTokens() {
        Account account = Account.withPassword();
        TestTokens tokens = loggedIn(account);
        assertThat(tokens.claims().path("exp").asLong()
                        - tokens.claims().path("iat").asLong())
                .as("the seconds until the access token expires")
                .isLessThanOrEqualTo(300);

        account.endSessions();

        assertThat(tokens.refreshed(keycloak).response().path("error").asString())
                .isEqualTo("invalid_grant");
    }

    @Test
    void incompleteLoginIssuesNoToken() {
        Account account = Account.withSecondFactor();
        TestBrowser browser = keycloak.browser();

        Page question = account.submitPassword(browser);
        assertThat(question.hasField("otp")).isTrue();
        Page silent = browser.login(Map.of("prompt", "none"));

        assertThat(silent.parameter("error")).isEqualTo("login_required");
        assertThat(silent.parameter("code")).isEmpty();
        assertThat(browser.tokens(question).granted()).isFalse();
    }

    @Test
    void authorizationCodeWorksOnceAndOnlyForItsBrowser() {
        Account account = Account.withPassword();
        TestBrowser browser = keycloak.browser();
        Page back = account.submitPassword(browser);
        assertThat(keycloak.browser().tokens(back).granted())
                .as("without the verifier of its PKCE challenge")
                .isFalse();

        Page again = browser.login();
        TestTokens tokens = browser.tokens(again);
        assertThat(tokens.granted()).isTrue();
        assertThat(browser.tokens(again).granted()).isFalse();
    }

    /** Keycloak counts in seconds. */
    private static void awaitTheSecondAfter(TestTokens tokens) {
        long issued = tokens.claims().path("iat").asLong();
        await().until(() -> Instant.now().getEpochSecond() > issued);
    }

    private static TestTokens loggedIn(Account account) {
        TestBrowser browser = keycloak.browser();
        return browser.tokens(account.submitPassword(browser));
    }
}
