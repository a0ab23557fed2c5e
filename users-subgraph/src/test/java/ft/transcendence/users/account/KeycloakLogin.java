package ft.transcendence.users.account;

import ft.transcendence.platform.servers.TokenClient;
import ft.transcendence.platform.servers.TokenClient.TokenRefusedException;
import ft.transcendence.platform.servers.testing.TestBrowser;
import ft.transcendence.platform.servers.testing.TestBrowser.Page;
import ft.transcendence.platform.servers.testing.TestServers;
import ft.transcendence.platform.servers.testing.TestTokens;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Logs in at the real Keycloak. */
final class KeycloakLogin {

    private KeycloakLogin() {}

    static boolean succeeds(RegisteredPlayer player, String password, Optional<String> code) {
        try {
            new TokenClient(URI.create(TestServers.keycloak().issuer())).ofPlayer(player.username(), password, code);
            return true;
        } catch (TokenRefusedException e) {
            return false;
        }
    }

    /**
     * A session at Keycloak.
     *
     * @param tokens the tokens from the login
     * @param user the user
     */
    record Session(TestTokens tokens, RegisteredPlayer user) {

        /** The session id, which is the {@code sid} claim of its tokens. */
        String id() {
            return tokens.claims().path("sid").asString();
        }

        /** Whether its tokens can be refreshed. This uses up the refresh token. */
        boolean lives() {
            return tokens.refreshed(TestServers.keycloak()).granted();
        }

        /** Ends all of the user's sessions. */
        void end() {
            user.endSessions();
        }
    }

    /** Logs in on the login page. */
    static Session session(RegisteredPlayer player) {
        TestBrowser browser = TestServers.keycloak().browser();
        return new Session(browser.tokens(submitPassword(browser, player)), player);
    }

    /** Logs in on the login page with the password and a recovery code. */
    static boolean succeedsWithRecoveryCode(RegisteredPlayer player, String code) {
        TestBrowser browser = TestServers.keycloak().browser();
        Page question = browser.selectMethod(submitPassword(browser, player), "Recovery");
        return browser.submit(question, Map.of("recoveryCodeInput", code)).isRedirectToGateway();
    }

    private static Page submitPassword(TestBrowser browser, RegisteredPlayer player) {
        return browser.submit(
                browser.login(), Map.of("username", player.username(), "password", RegisteredPlayer.PASSWORD));
    }
}
