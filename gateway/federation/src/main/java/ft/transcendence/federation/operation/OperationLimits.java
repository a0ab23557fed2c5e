package ft.transcendence.federation.operation;

/**
 * How large an operation may become when its fragments are spread.
 *
 * @param maxDepth the levels of nested fields and fragments
 * @param maxFields the number of fields in the normalized operation
 * @param maxFieldTypes how often a field and an object type may be examined together, which overlapping type conditions can multiply
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
