package ft.transcendence.users.login;

import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.error.ErrorCode;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.users.identity.Keycloak;
import java.time.Clock;
import org.springframework.stereotype.Service;

/**
 * Requires a recent login before sensitive changes. An attacker who took over a session can therefore neither turn the
 * second factor on or off, nor change the password, nor delete the account.
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

    /** Whether the caller logged in recently and with a second factor. */
    public boolean isRecentWithCode(Caller caller) {
        return isRecent(caller) && Login.usedSecondFactor(caller);
    }

    /**
     * Requires that the caller logged in recently.
     *
     * @throws ClientException FRESH_LOGIN_REQUIRED if not
     */
    public void requireRecent(Caller caller) {
        if (!isRecent(caller)) {
            throw required("Log in again to do this.");
        }
    }

    /**
     * Requires that the caller logged in recently, and with the second factor if they have one.
     *
     * @throws ClientException FRESH_LOGIN_REQUIRED if not
     */
    public void requireEveryFactor(Caller caller) {
        requireRecent(caller);
        if (!Login.usedSecondFactor(caller) && keycloak.credentials(caller.id()).hasSecondFactor()) {
            throw required("Log in again with a code to do this.");
        }
    }

    /** The error that asks the caller to log in again. */
    public static ClientException required(String message) {
        return new ClientException(ErrorCode.FRESH_LOGIN_REQUIRED, message);
    }

    private boolean isRecent(Caller caller) {
        return caller.authenticatedAt()
                        .filter(at -> at.plus(properties.freshFor()).isAfter(clock.instant()))
                        .isPresent()
                && isSessionActive(caller);
    }

    /**
     * An access token stays valid for some minutes after a logout. That is acceptable elsewhere, but not for the
     * changes guarded here.
     */
    private boolean isSessionActive(Caller caller) {
        String session = caller.claim("sid");
        return session == null || keycloak.hasSession(caller.id(), session);
    }
}
