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

/** An operation of a valid document that is ready to take variables. It does not hold on to the document. */
public final class PreparedOperation {

    private final OperationKind kind;
    private final @Nullable String name;
    private final String shape;
    private final VariableCoercer coercer;
    private final List<String> conditions;
    private final boolean defers;
    private volatile boolean withinCostLimit;

    /**
     * @param name as in the document; null for an anonymous operation
     * @param shape equal for operations that differ in literals only
     * @param conditions the variables in {@code @skip}, {@code @include} and {@code @defer}
     * @param defers whether the document has deferred fragments
     */
    PreparedOperation(
            OperationKind kind,
            @Nullable String name,
            String shape,
            VariableCoercer coercer,
            List<String> conditions,
            boolean defers) {
        this.kind = kind;
        this.name = name;
        this.shape = shape;
        this.coercer = coercer;
        this.conditions = List.copyOf(conditions);
        this.defers = defers;
    }

    public OperationKind kind() {
        return kind;
    }

    /** The operation's name in the document; null for an anonymous operation. */
    public @Nullable String name() {
        return name;
    }

    String shape() {
        return shape;
    }

    /** @throws RequestRefusedException if a value does not fit its type */
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

    /** Whether all requests select the same fields. */
    boolean isUnconditional() {
        return conditions.isEmpty();
    }

    /**
     * Distinguishes the operation's normal forms: the values of the variables in {@code @skip}, {@code @include} and {@code @defer}, and whether
     * something may be deferred.
     */
    String conditions(VariableValues variables, Delivery delivery) {
        boolean inParts = defers && delivery == Delivery.IN_PARTS;
        if (conditions.isEmpty()) {
            return inParts ? "+" : "";
        }
        StringBuilder bits = new StringBuilder(conditions.size() + 1);
        if (inParts) {
            bits.append('+');
        }
        conditions.forEach(name -> bits.append(variables.isTrue(name) ? '1' : '0'));
        return bits.toString();
    }

    /** Whether the cost of every request is known to be within the limit. */
    boolean isWithinCostLimit() {
        return withinCostLimit;
    }

    /** Records that the cost of a request is within the limit, which holds for all requests if they have the same variables. */
    void recordCostWithinLimit() {
        withinCostLimit = coercer.isConstant();
    }

    /** The estimated size in bytes. */
    long weight() {
        VariableCoercer.Extent extent = coercer.extent();
        return 512
                + (name == null ? 0 : name.length() + 48L)
                + extent.bytes()
                + extent.variables() * 200L
                + conditions.size() * 8L;
    }
}
