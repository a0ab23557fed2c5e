package ft.transcendence.federation.cost;

import ft.transcendence.federation.variables.VariableValues;
import java.util.List;

/** The estimated cost of an operation or a part of it, which may depend on its variables. */
public sealed interface CostFormula {

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

    /** The same formula, as a number if it is one. */
    default CostFormula simplified() {
        boolean isFixed =
                switch (this) {
                    case Fixed ignored -> true;
                    case Sum sum -> sum.parts().stream().allMatch(Fixed.class::isInstance);
                    case Dearest dearest -> dearest.alternatives().stream().allMatch(Fixed.class::isInstance);
                    case Items items -> items.size().isFixed() && items.item() instanceof Fixed;
                };
        return isFixed ? new Fixed(of(VariableValues.none())) : this;
    }
}
