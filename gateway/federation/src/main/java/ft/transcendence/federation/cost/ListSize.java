package ft.transcendence.federation.cost;

import ft.transcendence.federation.variables.VariableValues;
import java.util.List;
import java.util.OptionalLong;

/**
 * The assumed length of a list: the largest slicing argument that is given.
 *
 * @param otherwise the length if none is given
 */
record ListSize(List<Slice> slices, long otherwise) {
    ListSize {
        slices = List.copyOf(slices);
    }

    boolean isFixed() {
        return slices.stream().allMatch(Slice.Number.class::isInstance);
    }

    long of(VariableValues variables) {
        OptionalLong largest = slices.stream()
                .map(slice -> slice.count(variables))
                .flatMapToLong(OptionalLong::stream)
                .max();
        return Math.max(0, largest.orElse(otherwise));
    }
}
