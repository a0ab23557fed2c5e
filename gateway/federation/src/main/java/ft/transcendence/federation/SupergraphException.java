package ft.transcendence.federation;

/** A supergraph is invalid or not supported. The message says where and why. */
public final class SupergraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Code {
        /** The text is not a GraphQL schema document. */
        SYNTAX,
        /** The document has no join directives, so it is not the output of composition. */
        NOT_A_SUPERGRAPH,
        /** The document links a specification for execution or security that this engine does not implement. */
        UNSUPPORTED_FEATURE,
        /** A join directive is not valid, for example because it selects a field that does not exist. */
        INVALID_JOIN,
        /** The consumer schema is not valid. */
        INVALID_SCHEMA
    }

    private final Code code;
    private final int line;

    /**
     * A supergraph that cannot be used.
     *
     * @param line the line of the problem in the SDL, counted from 1; 0 if it has none
     */
    public SupergraphException(Code code, int line, String reason) {
        super(line > 0 ? "line " + line + ": " + reason : reason);
        this.code = code;
        this.line = line;
    }

    /** What is wrong. */
    public Code code() {
        return code;
    }

    /** The line of the problem in the SDL, counted from 1; 0 if it has none. */
    public int line() {
        return line;
    }
}
