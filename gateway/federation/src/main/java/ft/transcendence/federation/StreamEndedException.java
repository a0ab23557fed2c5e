package ft.transcendence.federation;

/** Thrown by a {@link SubgraphTransport} to end a subscription for a reason that the client may see. */
public final class StreamEndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String clientMessage;

    /**
     * An end of a subscription.
     *
     * @param code the error's stable {@code extensions.code}
     * @param clientMessage for the client; must not reveal internals
     */
    public StreamEndedException(String code, String clientMessage) {
        super(clientMessage, null, false, false);
        this.code = code;
        this.clientMessage = clientMessage;
    }

    /** The {@code extensions.code} of the client's error. */
    public String code() {
        return code;
    }

    /** The message of the client's error. */
    public String clientMessage() {
        return clientMessage;
    }
}
