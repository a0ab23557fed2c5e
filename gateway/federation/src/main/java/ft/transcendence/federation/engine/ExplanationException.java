package ft.transcendence.federation.engine;

import ft.transcendence.federation.error.RequestRefusedException;

/** Thrown when {@link FederationEngine#explain} cannot plan an operation. The message says why, as a client would see it. */
public final class ExplanationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExplanationException(RequestRefusedException refused) {
        super(refused.getMessage(), refused);
    }
}
