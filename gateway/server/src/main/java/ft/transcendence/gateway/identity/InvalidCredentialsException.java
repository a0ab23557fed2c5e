package ft.transcendence.gateway.identity;

import org.jspecify.annotations.Nullable;

/** The request carries credentials that prove nothing. The message is for logs; clients only learn that the token is invalid. */
public sealed class InvalidCredentialsException extends RuntimeException permits RevokedSessionException {
    private static final long serialVersionUID = 1L;

    public InvalidCredentialsException(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }
}
