package ft.transcendence.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.servers.TokenClient;
import ft.transcendence.platform.servers.TokenClient.TokenRefusedException;
import ft.transcendence.platform.servers.testing.TestBrowser;
import ft.transcendence.platform.servers.testing.TestBrowser.Page;
import ft.transcendence.platform.servers.testing.TestKeycloak;
import ft.transcendence.platform.servers.testing.TestServers;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Passwords and codes cannot be guessed. */
class BruteForceTests {

    private static final TestKeycloak keycloak = TestServers.keycloak();
    private static final TokenClient tokens = new TokenClient(URI.create(keycloak.issuer()));

    @Test
    void locksTheAccountAfterWrongPasswords() {
        Account account = Account.withPassword();
        assertThat(getsToken(account, Account.PASSWORD, Optional.empty())).isTrue();

        for (int guess = 0; guess < 5; guess++) {
            assertThat(getsToken(account, "Wrong-horse-" + guess, Optional.empty()))
                    .isFalse();
        }

        assertThat(getsToken(account, Account.PASSWORD, Optional.empty())).isFalse();
        TestBrowser browser = keycloak.browser();
        assertThat(account.submitPassword(browser).isRedirectToGateway())
                .as("in the browser")
                .isFalse();
    }

    @Test
    void locksTheAccountAfterWrongCodes() {
        Account account = Account.withSecondFactor();

        for (int guess = 0; guess < 5; guess++) {
            assertThat(getsToken(account, Account.PASSWORD, Optional.of(Account.wrongCode())))
                    .isFalse();
        }

        assertThat(getsToken(account, Account.PASSWORD, Optional.of(Account.code())))
                .isFalse();
    }

    @Test
    void locksTheAccountAfterWrongCodesInTheBrowser() {
        Account account = Account.withSecondFactor();
        TestBrowser browser = keycloak.browser();
        Page page = account.submitPassword(browser);

        for (int guess = 0; guess < 5 && page.hasField("otp"); guess++) {
            page = browser.submit(page, Map.of("otp", Account.wrongCode()));
            assertThat(page.isRedirectToGateway()).isFalse();
        }

        TestBrowser another = keycloak.browser();
        Page late = account.submitPassword(another);
        assertThat(late.isRedirectToGateway()).isFalse();
        assertThat(late.hasField("otp")
                        && another.submit(late, Map.of("otp", Account.code())).isRedirectToGateway())
                .isFalse();
    }

    @Test
    void acceptsACodeOnce() {
        Account account = Account.withSecondFactor();
        String code = Account.code(1);
        // before any failure: Keycloak refuses an attempt while it still records an earlier failed one
        assertThat(getsToken(account, Account.PASSWORD, Optional.of(code))).isTrue();

        assertThat(getsToken(account, Account.PASSWORD, Optional.of(code))).isFalse();
        assertThat(getsToken(account, Account.PASSWORD, Optional.empty())).isFalse();
    }

    private static boolean getsToken(Account account, String password, Optional<String> code) {
        try {
            tokens.ofPlayer(account.username(), password, code);
            return true;
        } catch (TokenRefusedException e) {
            return false;
        }
    }
}
