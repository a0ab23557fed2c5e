package ft.transcendence.federation.planner;

import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.plan.QueryPlan;
import ft.transcendence.federation.planner.fetch.FetchGraph;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.limits.PlannerLimits;
import ft.transcendence.federation.planner.limits.PlanningBudget;
import ft.transcendence.federation.planner.limits.PlanningException;
import ft.transcendence.federation.planner.path.PathSelection;
import ft.transcendence.federation.planner.soundness.PlanSoundness;
import ft.transcendence.federation.planner.tree.QueryTree;
import ft.transcendence.federation.supergraph.Supergraph;
import java.util.List;
import java.util.Set;

/**
 * Plans operations over a supergraph. Thread-safe; one for each supergraph.
 *
 * <p>Planning is a pipeline of five steps, which {@link OperationPlanning} runs for each operation. Each step has a printer: {@code toString()}
 * of its result.
 *
 * <ol>
 *   <li>the {@link QueryGraph} of the supergraph, built once
 *   <li>the {@link QueryTree} of the operation, with every path candidate for its nodes
 *   <li>the {@link PathSelection}: a path to every leaf, with few requests
 *   <li>the {@link FetchGraph}: a fetch for each move into a subgraph, rewritten by optimization passes
 *   <li>the {@link QueryPlan}
 * </ol>
 */
public final class QueryPlanner {
    private final QueryGraph withoutLabels;
    private final boolean hasLabels;
    private final Set<String> partialUnions;
    private final PlannerLimits limits;

    public QueryPlanner(Supergraph supergraph, PlannerLimits limits) {
        this.withoutLabels = new QueryGraph(supergraph);
        this.hasLabels = OverrideLabels.any(supergraph);
        this.partialUnions = CommonMembers.partialUnions(supergraph);
        this.limits = limits;
    }

    /** The labels of progressive {@code @override}s on which the plan of this operation may depend, in a stable order. */
    public List<String> overrideLabels(NormalizedOperation operation) {
        return hasLabels ? OverrideLabels.of(operation, withoutLabels.supergraph()) : List.of();
    }

    /**
     * The part of an operation that can have a result on every path: without selections on union members that cannot occur at their
     * position. The response has nothing of the rest, so this part is planned and projected.
     */
    public NormalizedOperation resolvable(NormalizedOperation operation, Set<String> activeLabels) {
        return CommonMembers.of(operation, withoutLabels.withActiveLabels(activeLabels), partialUnions);
    }

    /**
     * Plans an operation with no label of a progressive {@code @override} active.
     *
     * @throws PlanningException if a field cannot be reached, or the operation is too complex
     */
    public QueryPlan plan(NormalizedOperation operation) {
        return plan(operation, Set.of());
    }

    /**
     * Plans an operation. What is fetched for its deferred parts is separate, as far as there are ways to fetch it separately.
     *
     * @param activeLabels the active ones of its {@link #overrideLabels}
     * @throws PlanningException if a field cannot be reached, or the operation is too complex
     */
    public QueryPlan plan(NormalizedOperation operation, Set<String> activeLabels) {
        return plan(operation, withoutLabels.withActiveLabels(activeLabels), PlanningObserver.NONE);
    }

    /**
     * Plans an operation and keeps the result of every step, for people to read.
     *
     * @param activeLabels the active ones of its {@link #overrideLabels}
     * @throws PlanningException if a field cannot be reached, or the operation is too complex
     */
    public PlanTrace trace(NormalizedOperation operation, Set<String> activeLabels) {
        QueryGraph graph = withoutLabels.withActiveLabels(activeLabels);
        TraceRecorder recorder = new TraceRecorder();
        return recorder.trace(graph, plan(operation, graph, recorder));
    }

    private QueryPlan plan(NormalizedOperation operation, QueryGraph graph, PlanningObserver observer) {
        try {
            QueryPlan plan = new OperationPlanning(operation, graph, limits, observer).plan();
            assert PlanSoundness.holds(graph, operation, plan);
            return plan;
        } catch (PlanningException unreachable) {
            // a part may have no way of its own to what it needs
            if (operation.deferral().isEmpty()) {
                throw unreachable;
            }
            return plan(operation.undeferred(), graph, observer);
        } catch (StackOverflowError tooDeep) {
            throw PlanningBudget.exceeded();
        }
    }
}
