package ft.transcendence.federation.cost;

import ft.transcendence.federation.variables.VariableValues;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How many items a list is assumed to have: the largest of its slicing arguments that is given.
 *
 * @param otherwise if none is
 */
record ListSize(List<Slice> slices, long otherwise) {
    ListSize {
        slices = List.copyOf(slices);
    }

    /** A slicing argument. */
    sealed interface Slice {

        /** A number in the document or the schema. */
        record Number(long count) implements Slice {}

        /**
         * A variable of the client.
         *
         * @param otherwise the argument's default, which counts when the variable has no value
         */
        record Variable(String name, OptionalLong otherwise) implements Slice {}
    }

    boolean isFixed() {
        return slices.stream().allMatch(Slice.Number.class::isInstance);
    }

    long of(VariableValues variables) {
        OptionalLong largest = slices.stream()
                .map(slice -> switch (slice) {
                    case Slice.Number number -> OptionalLong.of(number.count());
                    case Slice.Variable variable -> count(variables.get(variable.name()), variable.otherwise());
                })
                .flatMapToLong(OptionalLong::stream)
                .max();
        return Math.max(0, largest.orElse(otherwise));
    }

    private static OptionalLong count(byte @Nullable [] json, OptionalLong otherwise) {
        return json == null ? otherwise : parse(new String(json, StandardCharsets.UTF_8));
    }

    /** Empty for what is no whole number: null, or a value that validation refuses anyway. */
    static OptionalLong parse(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException noNumber) {
            return OptionalLong.empty();
        }
    }
}
