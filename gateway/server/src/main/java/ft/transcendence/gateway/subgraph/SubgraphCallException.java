package ft.transcendence.gateway.subgraph;

/** A subgraph gave no answer. The message is fit for clients: it names no host and no address; the cause is for the log. */
final class SubgraphCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SubgraphCallException(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
