package ft.transcendence.users.account;

import ft.transcendence.platform.servers.TokenClient;
import ft.transcendence.platform.servers.TokenClient.TokenRefusedException;
import ft.transcendence.platform.servers.testing.TestServers;
import java.net.URI;
import java.util.Optional;

/** Tries to log in at the real Keycloak. */
final class LoggedIn {

    private LoggedIn() {}

    static boolean with(Registered player, String password, Optional<String> code) {
        try {
            new TokenClient(URI.create(TestServers.keycloak().issuer())).ofPlayer(player.username(), password, code);
            return true;
        } catch (TokenRefusedException e) {
            return false;
        }
    }
}
