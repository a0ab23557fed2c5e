package ft.transcendence.users.login;

import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.error.ErrorCode;
import ft.transcendence.users.identity.Keycloak;
import java.time.Clock;
import org.springframework.stereotype.Service;

/**
 * Asks for a fresh proof of who is calling. Whoever took over a session can then neither turn the owner's second factor
 * off nor turn one of their own on, and neither change the password nor delete the account.
 */
@Service
public class FreshLogin {

    private final Keycloak keycloak;
    private final LoginProperties properties;
    private final Clock clock;

    FreshLogin(Keycloak keycloak, LoginProperties properties, Clock clock) {
        this.keycloak = keycloak;
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether the caller logged in lately, and with a code. */
    public boolean isRecentWithCode(Caller caller) {
        return isRecent(caller) && Login.usedSecondFactor(caller);
    }

    /**
     * Passes when the caller logged in lately.
     *
     * @throws ClientException FRESH_LOGIN_REQUIRED otherwise
     */
    public void requireRecent(Caller caller) {
        if (!isRecent(caller)) {
            throw required("Log in again first.");
        }
    }

    /**
     * Passes when the caller logged in lately, with the second factor if there is one.
     *
     * @throws ClientException FRESH_LOGIN_REQUIRED otherwise
     */
    public void requireEveryFactor(Caller caller) {
        requireRecent(caller);
        if (!Login.usedSecondFactor(caller) && keycloak.credentials(caller.id()).hasSecondFactor()) {
            throw required("Log in again with a code first.");
        }
    }

    /** The refusal, with what to do instead. */
    public static ClientException required(String message) {
        return new ClientException(ErrorCode.FRESH_LOGIN_REQUIRED, message);
    }

    private boolean isRecent(Caller caller) {
        return caller.authenticatedAt()
                        .filter(at -> at.plus(properties.freshFor()).isAfter(clock.instant()))
                        .isPresent()
                && isSessionActive(caller);
    }

    /** An access token outlives a logout by some minutes. What it can do in them is not worth a call; this here is. */
    private boolean isSessionActive(Caller caller) {
        String session = caller.claim("sid");
        return session == null || keycloak.hasSession(caller.id(), session);
    }
}
