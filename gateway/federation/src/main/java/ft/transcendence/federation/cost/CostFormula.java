package ft.transcendence.federation.cost;

import ft.transcendence.federation.json.JsonReader;
import ft.transcendence.federation.variables.VariableValues;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The estimated cost of an operation or a part of it, which may depend on its variables. */
public sealed interface CostFormula
        permits CostFormula.Fixed,
                CostFormula.Sum,
                CostFormula.Dearest,
                CostFormula.Items,
                CostFormula.OfVariable,
                CostFormula.OneSlicingArgument,
                FlatFormula {

    /** @throws UnknownCostException when these variables do not say how long a list gets */
    double of(VariableValues variables);

    /** A cost that depends on nothing. */
    record Fixed(double cost) implements CostFormula {
        @Override
        public double of(VariableValues variables) {
            return cost;
        }
    }

    /** All parts together. */
    record Sum(List<CostFormula> parts) implements CostFormula {
        public Sum {
            parts = List.copyOf(parts);
        }

        @Override
        public double of(VariableValues variables) {
            return parts.stream().mapToDouble(part -> part.of(variables)).sum();
        }
    }

    /** The dearest of several. */
    record Dearest(List<CostFormula> alternatives) implements CostFormula {
        public Dearest {
            alternatives = List.copyOf(alternatives);
        }

        @Override
        public double of(VariableValues variables) {
            return alternatives.stream()
                    .mapToDouble(alternative -> alternative.of(variables))
                    .max()
                    .orElse(0);
        }
    }

    /** The items of a list. */
    record Items(ListSize size, CostFormula item) implements CostFormula {
        @Override
        public double of(VariableValues variables) {
            return size.of(variables) * item.of(variables);
        }
    }

    /**
     * The weight of a variable's value.
     *
     * @param weight of the value as JSON gives it
     */
    record OfVariable(String name, ToDoubleFunction<@Nullable Object> weight) implements CostFormula {
        @Override
        public double of(VariableValues variables) {
            byte[] json = variables.get(name);
            return json == null ? 0 : weight.applyAsDouble(new JsonReader(json).readValue());
        }
    }

    /**
     * Costs nothing, but cannot be estimated unless exactly one slicing argument of a field is given.
     *
     * @param slices what there is of the slicing arguments; a default of the schema among them stands in for one
     */
    record OneSlicingArgument(String field, List<Slice> slices) implements CostFormula {
        public OneSlicingArgument {
            slices = List.copyOf(slices);
        }

        @Override
        public double of(VariableValues values) {
            long given = slices.stream().filter(slice -> slice.isGiven(values)).count();
            boolean hasDefault = slices.stream()
                    .anyMatch(slice ->
                            !slice.isGiven(values) && slice.count(values).isPresent());
            if (given > 1 || given == 0 && !hasDefault) {
                throw new UnknownCostException(
                        "\"" + field + "\" takes exactly one slicing argument, and " + given + " are given.");
            }
            return 0;
        }

        private boolean isFixed() {
            long given = slices.stream()
                    .filter(slice -> slice instanceof Slice.Number number && number.given())
                    .count();
            return slices.stream().allMatch(Slice.Number.class::isInstance)
                    && (given == 1 || given == 0 && !slices.isEmpty());
        }
    }

    /** The same formula, as a number if it is one. */
    default CostFormula simplified() {
        boolean isFixed =
                switch (this) {
                    case Fixed ignored -> true;
                    case Sum sum -> sum.parts().stream().allMatch(Fixed.class::isInstance);
                    case Dearest dearest -> dearest.alternatives().stream().allMatch(Fixed.class::isInstance);
                    case OfVariable ignored -> false;
                    case FlatFormula ignored -> false;
                    case OneSlicingArgument one -> one.isFixed();
                    case Items items -> items.size().isFixed() && items.item() instanceof Fixed;
                };
        return isFixed ? new Fixed(of(VariableValues.none())) : this;
    }
}
