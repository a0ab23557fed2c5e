package ft.transcendence.federation;

/**
 * The highest estimated cost of an operation. An operation above it is refused before it is planned, with the code
 * {@code COST_ESTIMATED_TOO_EXPENSIVE} and both numbers in the error's extensions ({@code estimatedCost}, {@code maximumCost}). An operation
 * that does not satisfy {@code @listSize(requireOneSlicingArgument:)} is refused with the code {@code COST_SLICING_ARGUMENTS}.
 *
 * <p>The estimate adds up weights. An object weighs 1, a scalar or enum value 0, unless {@code @cost(weight:)} at the field or its type says
 * otherwise. An argument that is given adds its weight, an input object 1 and the weights of its fields. The items of a list are counted as
 * {@code @listSize} says, which may depend on arguments. Fields that a field requires are added to it. Where an object can have several types,
 * the most expensive one counts. A mutation adds 10.
 *
 * @param maxCost the highest estimate that is allowed
 * @param listSize the assumed length of a list without {@code @listSize}
 * @param mode whether the limit holds, or is only compared with the traffic
 */
public record CostLimit(long maxCost, int listSize, Mode mode) {

    /** What is done with an estimate. */
    public enum Mode {
        /** Operations above the limit are refused. */
        ENFORCE,
        /** Nothing is refused: {@link OperationObserver#costEstimated} sees what a limit would have to allow. */
        MEASURE
    }

    /** A limit that holds. */
    public CostLimit(long maxCost, int listSize) {
        this(maxCost, listSize, Mode.ENFORCE);
    }

    public CostLimit {
        if (maxCost < 1 || listSize < 0) {
            throw new IllegalArgumentException(
                    "maxCost must be at least 1 and listSize at least 0, not " + maxCost + " and " + listSize);
        }
    }
}
