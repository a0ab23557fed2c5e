package ft.transcendence.federation.planner;

import ft.transcendence.federation.operation.NormalizedField;
import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.plan.FetchNode;
import ft.transcendence.federation.plan.PlanNode;
import ft.transcendence.federation.plan.QueryPlan;
import ft.transcendence.federation.plan.SequenceNode;
import ft.transcendence.federation.plan.SubscriptionNode;
import ft.transcendence.federation.planner.build.PlanBuilder;
import ft.transcendence.federation.planner.fetch.FetchGraph;
import ft.transcendence.federation.planner.fetch.FetchPasses;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.graph.Reachability;
import ft.transcendence.federation.planner.limits.PlannerLimits;
import ft.transcendence.federation.planner.limits.PlanningBudget;
import ft.transcendence.federation.planner.limits.PlanningException;
import ft.transcendence.federation.planner.limits.SizeLimit;
import ft.transcendence.federation.planner.path.PathFinder;
import ft.transcendence.federation.planner.path.PathSelection;
import ft.transcendence.federation.planner.soundness.PlanSoundness;
import ft.transcendence.federation.planner.tree.QueryTree;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.SupergraphType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plans operations over a supergraph. Thread-safe; one for each supergraph.
 *
 * <p>Planning is a pipeline of five steps. Each has a printer: {@code toString()} of its result.
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
    public NormalizedOperation answerable(NormalizedOperation operation, Set<String> activeLabels) {
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
     * Plans an operation.
     *
     * @param activeLabels the active ones of its {@link #overrideLabels}
     * @throws PlanningException if a field cannot be reached, or the operation is too complex
     */
    public QueryPlan plan(NormalizedOperation operation, Set<String> activeLabels) {
        try {
            Planning planning = new Planning(operation, withoutLabels.withActiveLabels(activeLabels));
            QueryPlan plan = new QueryPlan(operation.kind(), planning.plan());
            assert PlanSoundness.holds(planning.graph, operation, plan);
            return plan;
        } catch (StackOverflowError tooDeep) {
            throw PlanningBudget.exceeded();
        }
    }

    /** The state of planning one operation. */
    private final class Planning {
        private final NormalizedOperation operation;
        private final QueryGraph graph;
        private final PlanningBudget budget = new PlanningBudget(limits.maxSteps(), limits.maxTime());
        private final SizeLimit treeLimit = new SizeLimit(limits.maxCandidates());
        private final Reachability reachability;
        private final AtomicInteger nextId = new AtomicInteger();
        private final String rootType;
        private final Set<String> rootSubgraphs;

        private Planning(NormalizedOperation operation, QueryGraph graph) {
            this.operation = operation;
            this.graph = graph;
            this.reachability = new Reachability(graph);
            this.rootType = graph.supergraph()
                    .rootType(operation.kind())
                    .orElseThrow(() -> new IllegalArgumentException("The supergraph has no root type for " + operation.kind()));
            SupergraphType root = graph.supergraph().type(rootType).orElseThrow();
            this.rootSubgraphs = new LinkedHashSet<>(root.joins().keySet());
        }

        private Optional<PlanNode> plan() {
            return switch (operation.kind()) {
                case QUERY -> query(operation.fields(), rootSubgraphs);
                case MUTATION -> mutation();
                case SUBSCRIPTION -> subscription();
            };
        }

        private Optional<PlanNode> query(List<NormalizedField> fields, Set<String> subgraphs) {
            QueryTree tree = queryTree(fields, subgraphs);
            PathSelection paths = PathFinder.select(tree, budget);
            FetchGraph fetches = FetchGraph.of(paths, budget);
            FetchPasses.apply(fetches);
            return planNodes(fetches);
        }

        private QueryTree queryTree(List<NormalizedField> fields, Set<String> subgraphs) {
            return new QueryTree(graph, reachability, treeLimit, rootType, subgraphs, fields);
        }

        private PathSelection selectPaths(List<NormalizedField> fields, String subgraph) {
            return PathFinder.select(queryTree(fields, Set.of(subgraph)), budget);
        }

        private Optional<PlanNode> planNodes(FetchGraph fetches) {
            return new PlanBuilder(
                            graph,
                            fetches,
                            operation.kind(),
                            operation.variables(),
                            operation.directives(),
                            nextId::getAndIncrement)
                    .build();
        }

        /** Mutation fields run one after the other. Neighbours of one subgraph share a request, which runs them in order. */
        private Optional<PlanNode> mutation() {
            List<PlanNode> nodes = new ArrayList<>();
            List<NormalizedField> group = new ArrayList<>();
            String subgraph = "";
            for (NormalizedField field : operation.fields()) {
                if (field.isTypename() || field.isIntrospection()) {
                    continue;
                }
                String best = RootChoice.best(rootSubgraphs, candidate -> selectPaths(List.of(field), candidate));
                if (!best.equals(subgraph) && !group.isEmpty()) {
                    query(group, Set.of(subgraph)).ifPresent(nodes::add);
                    group.clear();
                }
                subgraph = best;
                group.add(field);
            }
            if (!group.isEmpty()) {
                query(group, Set.of(subgraph)).ifPresent(nodes::add);
            }
            return inSequence(nodes);
        }

        private Optional<PlanNode> subscription() {
            String subgraph =
                    RootChoice.best(rootSubgraphs, candidate -> selectPaths(operation.fields(), candidate));
            return query(operation.fields(), Set.of(subgraph)).map(Planning::triggered);
        }

        private static PlanNode triggered(PlanNode node) {
            List<PlanNode> nodes = node instanceof SequenceNode sequence ? sequence.nodes() : List.of(node);
            if (nodes.getFirst() instanceof FetchNode trigger) {
                return new SubscriptionNode(trigger, inSequence(nodes.subList(1, nodes.size())));
            }
            throw new IllegalStateException("A subscription must begin with its trigger: " + node);
        }

        private static Optional<PlanNode> inSequence(List<PlanNode> nodes) {
            if (nodes.size() < 2) {
                return nodes.stream().findFirst();
            }
            List<PlanNode> flat = new ArrayList<>();
            for (PlanNode node : nodes) {
                if (node instanceof SequenceNode sequence) {
                    flat.addAll(sequence.nodes());
                } else {
                    flat.add(node);
                }
            }
            return Optional.of(new SequenceNode(flat));
        }
    }
}
