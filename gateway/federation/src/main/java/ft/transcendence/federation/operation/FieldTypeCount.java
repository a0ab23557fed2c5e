package ft.transcendence.federation.operation;

import ft.transcendence.federation.operation.OperationException.Code;

/** Counts how often a field and an object type are examined together, up to a limit. */
final class FieldTypeCount {
    private final int limit;
    private long count;

    FieldTypeCount(int limit) {
        this.limit = limit;
    }

    /** @throws OperationException beyond the limit */
    void add(int pairs) {
        count += pairs;
        if (count > limit) {
            throw new OperationException(
                    Code.OPERATION_TOO_LARGE,
                    "The operation selects too many fields of too many types once fragments are resolved.");
        }
    }
}
