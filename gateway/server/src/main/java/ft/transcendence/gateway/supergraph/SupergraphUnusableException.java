package ft.transcendence.gateway.supergraph;

import org.jspecify.annotations.Nullable;

/** The gateway cannot start or reload because there is no supergraph to serve. */
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
