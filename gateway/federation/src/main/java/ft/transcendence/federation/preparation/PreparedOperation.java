package ft.transcendence.federation.preparation;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.error.RequestError;
import ft.transcendence.federation.error.RequestRefusedException;
import ft.transcendence.federation.variables.VariableCoercer;
import ft.transcendence.federation.variables.VariableException;
import ft.transcendence.federation.variables.VariableValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One operation of a valid document, ready to take variables. It keeps nothing of the document. */
public final class PreparedOperation {

    private final OperationKind kind;
    private final String shape;
    private final VariableCoercer coercer;
    private final List<String> conditions;
    private volatile boolean withinCostLimit;

    /**
     * @param shape equal for operations that are equal but for literals
     * @param conditions the variables that decide what is selected
     */
    PreparedOperation(OperationKind kind, String shape, VariableCoercer coercer, List<String> conditions) {
        this.kind = kind;
        this.shape = shape;
        this.coercer = coercer;
        this.conditions = List.copyOf(conditions);
    }

    public OperationKind kind() {
        return kind;
    }

    String shape() {
        return shape;
    }

    /** @throws RequestRefusedException when a value does not fit its type */
    VariableValues coerce(Map<String, @Nullable Object> given) {
        return coerced(() -> coercer.coerce(given));
    }

    /**
     * Only the variables that decide what is selected.
     *
     * @throws RequestRefusedException when a value does not fit its type
     */
    VariableValues coerceConditions(Map<String, @Nullable Object> given) {
        return coerced(() -> coercer.coerceConditions(given));
    }

    private static VariableValues coerced(Supplier<VariableValues> values) {
        try {
            return values.get();
        } catch (VariableException invalid) {
            throw new RequestRefusedException(List.of(new RequestError(
                    String.valueOf(invalid.getMessage()),
                    Optional.ofNullable(invalid.location()).map(List::of).orElse(List.of()),
                    "BAD_USER_INPUT")));
        }
    }

    /** Whether nothing that a request gives decides what is selected. */
    boolean isUnconditional() {
        return conditions.isEmpty();
    }

    /** Tells apart the normal forms of the operation: the values of the variables that decide what is selected. */
    String conditions(VariableValues variables) {
        if (conditions.isEmpty()) {
            return "";
        }
        StringBuilder bits = new StringBuilder(conditions.size());
        conditions.forEach(name -> bits.append(variables.isTrue(name) ? '1' : '0'));
        return bits.toString();
    }

    /** Whether it is known to cost no more than is allowed, whatever the request. */
    boolean isWithinCostLimit() {
        return withinCostLimit;
    }

    /** Notes that the cost of a request was found to be allowed; with equal variables it always will be. */
    void recordCostWithinLimit() {
        withinCostLimit = coercer.isConstant();
    }

    /** The bytes it holds. */
    long weight() {
        VariableCoercer.Extent extent = coercer.extent();
        return 512 + extent.bytes() + extent.variables() * 200L + conditions.size() * 8L;
    }
}
