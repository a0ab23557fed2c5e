package ft.transcendence.gateway.identity;

/** The token belongs to a session that the identity provider has ended. */
public final class RevokedSessionException extends InvalidCredentialsException {
    private static final long serialVersionUID = 1L;

    RevokedSessionException() {
        super("The session of this token has ended", null);
    }
}
