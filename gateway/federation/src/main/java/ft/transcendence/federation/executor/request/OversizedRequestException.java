package ft.transcendence.federation.executor.request;

/** A request to a subgraph would be so large that it is not sent. The message is meant for the client. */
public final class OversizedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OversizedRequestException(long characters) {
        super("The operation needs a request of " + characters + " characters to a subgraph; the limit is "
                + QueryText.LIMIT + ". Select fewer fields of fewer types.");
    }
}
