package ft.transcendence.federation.cost;

import ft.transcendence.federation.cost.CostFormula.Items;
import ft.transcendence.federation.cost.CostFormula.Max;
import ft.transcendence.federation.cost.CostFormula.Sum;
import ft.transcendence.federation.variables.VariableValues;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A formula as a list of steps, in which parts come before the formulas that contain them. Shared parts are evaluated once, so the time is linear
 * in the number of distinct parts, even if nested alternatives multiply their occurrences.
 */
final class FlatFormula implements CostFormula {
    private final List<CostFormula> steps = new ArrayList<>();
    private final List<int[]> parts = new ArrayList<>();
    private final Map<CostFormula, Integer> numbers = new IdentityHashMap<>();

    private FlatFormula() {}

    /** The formula in a form that is evaluated fast. */
    static CostFormula of(CostFormula formula) {
        if (formula instanceof Fixed) {
            return formula;
        }
        FlatFormula flat = new FlatFormula();
        flat.add(formula);
        flat.numbers.clear();
        return flat;
    }

    private int add(CostFormula formula) {
        Integer known = numbers.get(formula);
        if (known != null) {
            return known;
        }
        int[] below = parts(formula).stream().mapToInt(this::add).toArray();
        steps.add(formula);
        parts.add(below);
        numbers.put(formula, steps.size() - 1);
        return steps.size() - 1;
    }

    private static List<CostFormula> parts(CostFormula formula) {
        return switch (formula) {
            case Sum sum -> sum.parts();
            case Max max -> max.alternatives();
            case Items items -> List.of(items.item());
            default -> List.of();
        };
    }

    @Override
    public double of(VariableValues variables) {
        double[] costs = new double[steps.size()];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = cost(steps.get(i), parts.get(i), costs, variables);
        }
        return costs[costs.length - 1];
    }

    private static double cost(CostFormula step, int[] parts, double[] costs, VariableValues variables) {
        switch (step) {
            case Items items -> {
                return items.size().of(variables) * costs[parts[0]];
            }
            case Sum ignored -> {
                double sum = 0;
                for (int part : parts) {
                    sum += costs[part];
                }
                return sum;
            }
            case Max ignored -> {
                double max = 0;
                for (int part : parts) {
                    max = Math.max(max, costs[part]);
                }
                return max;
            }
            default -> {
                return step.of(variables);
            }
        }
    }
}
