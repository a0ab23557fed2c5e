package ft.transcendence.gateway.supergraph;

import org.jspecify.annotations.Nullable;

/** The supergraph cannot be used, so the gateway cannot start. */
class SupergraphUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    SupergraphUnusableException(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
