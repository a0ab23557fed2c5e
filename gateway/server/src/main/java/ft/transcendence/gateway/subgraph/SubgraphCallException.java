package ft.transcendence.gateway.subgraph;

/** A subgraph gave no answer. The message is fit for clients: it names no host and no address; the cause is for the log. */
final class SubgraphCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private SubgraphCallException(String message, Throwable cause) {
        super(message, cause, false, false);
    }

    static SubgraphCallException of(String subgraph, boolean tooLong, Throwable cause) {
        String what = tooLong ? " answered with too much" : " cannot be reached";
        return new SubgraphCallException("Subgraph " + subgraph + what, cause);
    }
}
