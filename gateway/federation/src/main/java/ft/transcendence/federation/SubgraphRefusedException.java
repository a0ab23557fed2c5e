package ft.transcendence.federation;

/** Fails a call that a {@link SubgraphTransport} did not make, for a reason that the client may see. */
public final class SubgraphRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String clientMessage;

    /**
     * A call that is not made.
     *
     * @param code the error's stable {@code extensions.code}
     * @param clientMessage for the client; must not reveal internals
     */
    public SubgraphRefusedException(String code, String clientMessage) {
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
