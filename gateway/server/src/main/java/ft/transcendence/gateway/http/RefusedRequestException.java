package ft.transcendence.gateway.http;

/** The request ends here, with this refusal as its answer. */
public final class RefusedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final String clientMessage;

    public RefusedRequestException(Refusal refusal) {
        this(refusal, refusal.message());
    }

    /** @param message tells the client more than the refusal's own message; nothing about the server's inside */
    public RefusedRequestException(Refusal refusal, String message) {
        super(message, null, false, false);
        this.refusal = refusal;
        this.clientMessage = message;
    }

    String clientMessage() {
        return clientMessage;
    }

    public Refusal refusal() {
        return refusal;
    }
}
