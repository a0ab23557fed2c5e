package ft.transcendence.federation;

/**
 * How much an operation may be estimated to cost. One past it is refused before anything is planned or fetched, with the code
 * {@code COST_ESTIMATED_TOO_EXPENSIVE} and both numbers in the error's extensions ({@code estimatedCost}, {@code maximumCost}); one whose {@code @listSize(requireOneSlicingArgument:)} is not met, with
 * {@code COST_SLICING_ARGUMENTS}.
 *
 * <p>Each object counts 1, each scalar and enum value 0, or what {@code @cost(weight:)} says at the field or its type; an argument
 * that is given counts its own weight, an input object 1 and the weights of its fields. A list counts as often as {@code @listSize} says
 * it has items, which may depend on arguments. What a field requires counts with it. Of several types that an object can have, the dearest counts. A mutation costs 10 more.
 *
 * @param maxCost the estimate up to which an operation is allowed
 * @param listSize how many items a list has of which {@code @listSize} says nothing
 */
public record CostLimit(long maxCost, int listSize) {
    public CostLimit {
        if (maxCost < 1 || listSize < 0) {
            throw new IllegalArgumentException("A cost limit is positive, and a list has no fewer than 0 items");
        }
    }
}
