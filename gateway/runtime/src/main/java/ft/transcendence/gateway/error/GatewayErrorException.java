package ft.transcendence.gateway.error;

/** Ends a request with a {@link GatewayError} as its response. */
public final class GatewayErrorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final GatewayError error;
    private final String clientMessage;

    public GatewayErrorException(GatewayError error) {
        this(error, error.message());
    }

    /** @param message replaces the error's own message for the client; must not reveal server internals */
    public GatewayErrorException(GatewayError error, String message) {
        super(message, null, false, false);
        this.error = error;
        this.clientMessage = message;
    }

    public String clientMessage() {
        return clientMessage;
    }

    public GatewayError error() {
        return error;
    }
}
