package ft.transcendence.gateway.identity;

import org.jspecify.annotations.Nullable;

/** The credentials of a request are invalid. The message is for logs; clients learn only that the token is not valid. */
public sealed class InvalidCredentialsException extends RuntimeException permits RevokedSessionException {
    private static final long serialVersionUID = 1L;

    public InvalidCredentialsException(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }
}
