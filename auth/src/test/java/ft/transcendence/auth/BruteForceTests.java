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
    void guessedPasswordsLockTheAccountEvenForTheRightOne() {
        Account account = Account.withPassword();
        assertThat(getsToken(account, Account.PASSWORD, Optional.empty())).isTrue();

        for (int guess = 0; guess < 5; guess++) {
            assertThat(getsToken(account, "Wrong-horse-" + guess, Optional.empty()))
                    .isFalse();
        }

        assertThat(getsToken(account, Account.PASSWORD, Optional.empty())).isFalse();
        TestBrowser browser = keycloak.browser();
        assertThat(account.passwordGiven(browser).isBackAtTheGateway())
                .as("in the browser")
                .isFalse();
    }

    @Test
    void guessedCodesLockTheAccountEvenForTheRightOne() {
        Account account = Account.withSecondFactor();

        for (int guess = 0; guess < 5; guess++) {
            assertThat(getsToken(account, Account.PASSWORD, Optional.of(Account.wrongCode())))
                    .isFalse();
        }

        assertThat(getsToken(account, Account.PASSWORD, Optional.of(Account.code())))
                .isFalse();
    }

    @Test
    void codesGuessedInTheBrowserLockTheAccount() {
        Account account = Account.withSecondFactor();
        TestBrowser browser = keycloak.browser();
        Page page = account.passwordGiven(browser);

        for (int guess = 0; guess < 5 && page.asksFor("otp"); guess++) {
            page = browser.submit(page, Map.of("otp", Account.wrongCode()));
            assertThat(page.isBackAtTheGateway()).isFalse();
        }

        TestBrowser another = keycloak.browser();
        Page late = account.passwordGiven(another);
        assertThat(late.isBackAtTheGateway()).isFalse();
        assertThat(late.asksFor("otp")
                        && another.submit(late, Map.of("otp", Account.code())).isBackAtTheGateway())
                .isFalse();
    }

    @Test
    void codeWorksOnce() {
        Account account = Account.withSecondFactor();
        assertThat(getsToken(account, Account.PASSWORD, Optional.empty())).isFalse();
        String code = Account.code(1);
        assertThat(getsToken(account, Account.PASSWORD, Optional.of(code))).isTrue();

        assertThat(getsToken(account, Account.PASSWORD, Optional.of(code))).isFalse();
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
