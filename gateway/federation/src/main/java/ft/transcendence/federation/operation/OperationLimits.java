package ft.transcendence.federation.operation;

/**
 * How large an operation may become once its fragments are resolved.
 *
 * @param maxDepth levels of fields and fragments within each other
 * @param maxFields fields in the normalized operation, all levels together
 * @param maxFieldTypes how often a field and an object type have to be looked at together, because type conditions overlap
 */
public record OperationLimits(int maxDepth, int maxFields, int maxFieldTypes) {
    private static final int FIELD_TYPES = 1_000_000;

    public OperationLimits {
        if (maxDepth < 1 || maxFields < 1 || maxFieldTypes < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    public OperationLimits(int maxDepth, int maxFields) {
        this(maxDepth, maxFields, FIELD_TYPES);
    }

    /** 100 levels, 20,000 fields, a million pairs of field and type. */
    public static OperationLimits defaults() {
        return new OperationLimits(100, 20_000);
    }
}
