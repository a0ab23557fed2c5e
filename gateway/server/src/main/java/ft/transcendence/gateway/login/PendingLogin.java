package ft.transcendence.gateway.login;

import java.time.Instant;

/**
 * A login that is under way at the identity provider.
 *
 * @param state tells the provider's answer to this login from any other (RFC 6749, 10.12)
 * @param nonce tells its ID token from any other
 * @param codeVerifier the secret half of PKCE (RFC 7636)
 * @param redirectUri where the provider was told to send the browser
 * @param returnTo where the browser goes when the login is done
 * @param freshness whether the player has to prove anew who they are
 * @param begunAt when it began
 */
record PendingLogin(
        String state,
        String nonce,
        String codeVerifier,
        String redirectUri,
        String returnTo,
        Freshness freshness,
        Instant begunAt) {
    /** What the provider has to do with a player whom it still knows. */
    enum Freshness {
        /** Send them back at once. */
        ANY,
        /** Ask for the password and the code again. */
        REAUTHENTICATE
    }

    /** Never shows the secrets. */
    @Override
    public String toString() {
        return "PendingLogin[" + returnTo + ", " + freshness + ", " + begunAt + "]";
    }
}
