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
 * <p>Planning has five steps, each of which can be printed: the {@link QueryGraph} (once), the {@link Places} of the operation
 * with all ways to have them, the {@link ChosenWays}, the {@link FetchGraph} with its passes, and the plan.
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
     * What can be answered of an operation, whichever ways are taken: without the members that unions cannot have where they stand. The
     * response has none of the rest, so this is what is planned and shown.
     */
    public NormalizedOperation answerable(NormalizedOperation operation, Set<String> activeLabels) {
        return CommonMembers.of(operation, withoutLabels.withActiveLabels(activeLabels), partialUnions);
    }

    /**
     * Plans an operation while no label of a progressive {@code @override} is active.
     *
     * @throws PlanningException when a field cannot be reached, or the operation is too complex
     */
    public QueryPlan plan(NormalizedOperation operation) {
        return plan(operation, Set.of());
    }

    /**
     * Plans an operation.
     *
     * @param activeLabels which of its {@link #overrideLabels} are active
     * @throws PlanningException when a field cannot be reached, or the operation is too complex
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
                    .orElseThrow(() -> new IllegalArgumentException("no root type for " + operation.kind()));
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
            return build(choose(fields, subgraphs));
        }

        private PathSelection choose(List<NormalizedField> fields, Set<String> subgraphs) {
            QueryTree tree = new QueryTree(graph, reachability, treeLimit, rootType, subgraphs, fields);
            return PathFinder.choose(tree, budget);
        }

        private Optional<PlanNode> build(PathSelection paths) {
            FetchGraph fetches = FetchGraph.of(paths, budget);
            FetchPasses.apply(fetches);
            return new PlanBuilder(
                            graph,
                            fetches,
                            operation.kind(),
                            operation.variables(),
                            operation.directives(),
                            nextId::getAndIncrement)
                    .build();
        }

        /** Fields run one after the other; neighbours that one subgraph answers share a request, which runs them in order. */
        private Optional<PlanNode> mutation() {
            List<PlanNode> nodes = new ArrayList<>();
            List<NormalizedField> group = new ArrayList<>();
            String subgraph = "";
            for (NormalizedField field : operation.fields()) {
                if (field.isTypename() || field.isIntrospection()) {
                    continue;
                }
                String best = RootChoice.best(rootSubgraphs, candidate -> choose(List.of(field), Set.of(candidate)));
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
                    RootChoice.best(rootSubgraphs, candidate -> choose(operation.fields(), Set.of(candidate)));
            return query(operation.fields(), Set.of(subgraph)).map(Planning::triggered);
        }

        private static PlanNode triggered(PlanNode node) {
            List<PlanNode> nodes = node instanceof SequenceNode sequence ? sequence.nodes() : List.of(node);
            if (nodes.getFirst() instanceof FetchNode trigger) {
                return new SubscriptionNode(trigger, inSequence(nodes.subList(1, nodes.size())));
            }
            throw new IllegalStateException("a subscription begins with its trigger: " + node);
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
