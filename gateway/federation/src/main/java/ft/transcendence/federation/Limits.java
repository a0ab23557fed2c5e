package ft.transcendence.federation;

/**
 * How large a document and its operations may be. A document that exceeds a limit is refused with the code
 * {@code OPERATION_LIMIT_EXCEEDED}, before it is validated.
 *
 * @param maxCharacters characters of the document
 * @param maxTokens lexical tokens of the document
 * @param maxDepth levels of nested fields, with fragments spread
 * @param maxFields selected fields; those of a fragment count each time it is spread
 * @param maxAliases aliased fields; those of a fragment count each time it is spread
 * @param maxRootFields fields at the root of the operation
 */
public record Limits(int maxCharacters, int maxTokens, int maxDepth, int maxFields, int maxAliases, int maxRootFields) {

    private static final Limits DEFAULTS = new Limits(100_000, 15_000, 30, 5_000, 300, 60);

    public Limits {
        if (Math.min(Math.min(maxCharacters, maxTokens), Math.min(maxDepth, maxFields)) < 1
                || Math.min(maxAliases, maxRootFields) < 0) {
            throw new IllegalArgumentException("Limits must be positive, those of aliases and root fields may be 0");
        }
    }

    /** Limits that no hand-written operation reaches. */
    public static Limits defaults() {
        return DEFAULTS;
    }
}
