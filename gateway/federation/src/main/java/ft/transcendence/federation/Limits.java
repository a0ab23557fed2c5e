package ft.transcendence.federation;

/**
 * What an operation may cost before anything is planned for it. A document past a limit is refused with the code
 * {@code OPERATION_LIMIT_EXCEEDED}.
 *
 * @param maxCharacters length of the document
 * @param maxTokens lexical tokens of the document
 * @param maxDepth nesting of selected fields, fragments spread
 * @param maxFields selected fields, every use of a fragment counted
 * @param maxAliases aliased fields, every use of a fragment counted
 * @param maxRootFields fields of the operation itself
 */
public record Limits(int maxCharacters, int maxTokens, int maxDepth, int maxFields, int maxAliases, int maxRootFields) {

    private static final Limits DEFAULTS = new Limits(100_000, 15_000, 30, 5_000, 300, 60);

    public Limits {
        if (Math.min(Math.min(maxCharacters, maxTokens), Math.min(maxDepth, maxFields)) < 1
                || Math.min(maxAliases, maxRootFields) < 0) {
            throw new IllegalArgumentException("Limits must be positive");
        }
    }

    /** Limits that no hand-written operation meets. */
    public static Limits defaults() {
        return DEFAULTS;
    }
}
