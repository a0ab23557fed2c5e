package ft.transcendence.federation;

/** A {@link SubgraphTransport} ends a subscription's stream for a reason that the client is told. */
public final class StreamEndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String clientMessage;

    /**
     * @param code the error's stable {@code extensions.code}
     * @param clientMessage names nothing of the inside
     */
    public StreamEndedException(String code, String clientMessage) {
        super(clientMessage, null, false, false);
        this.code = code;
        this.clientMessage = clientMessage;
    }

    public String code() {
        return code;
    }

    public String clientMessage() {
        return clientMessage;
    }
}
