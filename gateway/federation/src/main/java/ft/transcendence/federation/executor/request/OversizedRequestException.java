package ft.transcendence.federation.executor.request;

/** A plan needs a subgraph request that is too large. The message is meant for the client. */
public final class OversizedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OversizedRequestException(long characters) {
        super("The operation needs a subgraph request of " + characters + " characters; the limit is " + QueryText.LIMIT
                + ". Select fewer fields of fewer types.");
    }
}
