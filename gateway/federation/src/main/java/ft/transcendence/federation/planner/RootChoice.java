package ft.transcendence.federation.planner;

import ft.transcendence.federation.planner.limits.PlanningException;
import ft.transcendence.federation.planner.path.PathSelection;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Chooses the one subgraph that runs a mutation or subscription field. It is never split, even where several subgraphs have the field. */
final class RootChoice {
    private RootChoice() {}

    static String best(Set<String> subgraphs, Function<String, PathSelection> pathsIn) {
        String best = null;
        long bestCost = Long.MAX_VALUE;
        @Nullable PlanningException failure = null;
        for (String subgraph : subgraphs) {
            try {
                long cost = pathsIn.apply(subgraph).cost();
                if (cost < bestCost) {
                    best = subgraph;
                    bestCost = cost;
                }
            } catch (PlanningException e) {
                failure = e;
            }
        }
        if (best != null) {
            return best;
        }
        throw failure != null ? failure : new IllegalStateException("No subgraph has the root type");
    }
}
