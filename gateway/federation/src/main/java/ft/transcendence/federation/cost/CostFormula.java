package ft.transcendence.federation.cost;

import ft.transcendence.federation.json.JsonReader;
import ft.transcendence.federation.variables.VariableValues;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The estimated cost of an operation, or of a part of it, as a formula of its variables. */
public sealed interface CostFormula
        permits CostFormula.Fixed,
                CostFormula.Sum,
                CostFormula.Max,
                CostFormula.Items,
                CostFormula.OfVariable,
                CostFormula.OneSlicingArgument,
                FlatFormula {

    /** @throws UnknownCostException if the variables do not determine the length of a list */
    double of(VariableValues variables);

    /** A constant cost. */
    record Fixed(double cost) implements CostFormula {
        @Override
        public double of(VariableValues variables) {
            return cost;
        }
    }

    /** The sum of several costs. */
    record Sum(List<CostFormula> parts) implements CostFormula {
        public Sum {
            parts = List.copyOf(parts);
        }

        @Override
        public double of(VariableValues variables) {
            return parts.stream().mapToDouble(part -> part.of(variables)).sum();
        }
    }

    /** The highest of several costs. */
    record Max(List<CostFormula> alternatives) implements CostFormula {
        public Max {
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
     * @param weight the weight of a JSON value
     */
    record OfVariable(String name, ToDoubleFunction<@Nullable Object> weight) implements CostFormula {
        @Override
        public double of(VariableValues variables) {
            byte[] json = variables.get(name);
            return json == null ? 0 : weight.applyAsDouble(new JsonReader(json).readValue());
        }
    }

    /**
     * No cost, but a check that exactly one slicing argument of a field is given.
     *
     * @param slices the slicing arguments that have a value; a default of the schema counts as given
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
                throw new UnknownCostException("The field \"" + field + "\" requires exactly one slicing argument, but "
                        + given + " are given.");
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

    /** This formula, or its value if it is constant. */
    default CostFormula simplified() {
        boolean isFixed =
                switch (this) {
                    case Fixed ignored -> true;
                    case Sum sum -> sum.parts().stream().allMatch(Fixed.class::isInstance);
                    case Max max -> max.alternatives().stream().allMatch(Fixed.class::isInstance);
                    case OfVariable ignored -> false;
                    case FlatFormula ignored -> false;
                    case OneSlicingArgument one -> one.isFixed();
                    case Items items -> items.size().isFixed() && items.item() instanceof Fixed;
                };
        return isFixed ? new Fixed(of(VariableValues.none())) : this;
    }
}
