package ft.transcendence.gateway.identity;

/** The token is one of a session that the identity provider has ended. */
public final class EndedSessionException extends InvalidCredentialsException {
    private static final long serialVersionUID = 1L;

    EndedSessionException() {
        super("The session of this token is over", null);
    }
}
