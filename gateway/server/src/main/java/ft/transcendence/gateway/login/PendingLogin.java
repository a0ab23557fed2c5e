package ft.transcendence.gateway.login;

import java.time.Instant;

/**
 * A login that is in progress at the identity provider.
 *
 * @param state ties the provider's response to this login (RFC 6749, 10.12)
 * @param nonce ties the ID token to this login
 * @param codeVerifier the secret half of PKCE (RFC 7636)
 * @param redirectUri where the provider sends the browser
 * @param returnTo where the browser goes after the login
 * @param freshness whether the player has to authenticate again
 * @param startedAt when it started
 */
record PendingLogin(
        String state,
        String nonce,
        String codeVerifier,
        String redirectUri,
        String returnTo,
        Freshness freshness,
        Instant startedAt) {
    /** What the provider does with a player who still has a session there. */
    enum Freshness {
        /** Sends them back at once. */
        ANY,
        /** Asks for the password and the second factor again. */
        REAUTHENTICATE
    }

    /** Omits the secrets. */
    @Override
    public String toString() {
        return "PendingLogin[" + returnTo + ", " + freshness + ", " + startedAt + "]";
    }
}
