package ft.transcendence.federation.operation;

/**
 * How large an operation may become once its fragments are resolved.
 *
 * @param maxDepth levels of fields and fragments within each other
 * @param maxFields fields in the normalized operation, all levels together
 */
public record OperationLimits(int maxDepth, int maxFields) {
    public OperationLimits {
        if (maxDepth < 1 || maxFields < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    /** 100 levels, 20,000 fields. */
    public static OperationLimits defaults() {
        return new OperationLimits(100, 20_000);
    }
}
