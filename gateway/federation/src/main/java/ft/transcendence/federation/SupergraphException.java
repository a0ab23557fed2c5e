package ft.transcendence.federation;

/** The supergraph cannot be used; the message says why and where. */
public final class SupergraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Code {
        /** The text is not a GraphQL schema document. */
        SYNTAX,
        /** The document was not made by composition: join directives are missing. */
        NOT_A_SUPERGRAPH,
        /** The document needs a specification, for execution or security, that this engine does not implement. */
        UNSUPPORTED_FEATURE,
        /** A join directive says something that cannot be. */
        INVALID_JOIN,
        /** The schema that clients would see is not valid. */
        INVALID_SCHEMA
    }

    private final Code code;
    private final int line;

    public SupergraphException(Code code, int line, String reason) {
        super(line > 0 ? "line " + line + ": " + reason : reason);
        this.code = code;
        this.line = line;
    }

    public Code code() {
        return code;
    }

    /** The line in the supergraph's text, from 1; 0 when the reason is not at one place. */
    public int line() {
        return line;
    }
}
