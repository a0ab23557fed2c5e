package ft.transcendence.gateway.subgraph;

/**
 * A call of a subgraph that failed. The message is safe for clients, since it names no host or address; the cause is for the log.
 */
final class SubgraphCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private SubgraphCallException(String message, Throwable cause) {
        super(message, cause, false, false);
    }

    static SubgraphCallException of(String subgraph, boolean tooLong, Throwable cause) {
        String what = tooLong ? " sent a response that is too large" : " cannot be reached";
        return new SubgraphCallException("Subgraph " + subgraph + what, cause);
    }
}
