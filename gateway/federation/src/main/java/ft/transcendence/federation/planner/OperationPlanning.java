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
import ft.transcendence.federation.planner.tree.QueryTree;
import ft.transcendence.federation.supergraph.SupergraphType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Plans one operation, step by step. */
final class OperationPlanning {
    private final NormalizedOperation operation;
    private final QueryGraph graph;
    private final Reachability reachability;
    private final PlanningBudget budget;
    private final SizeLimit treeLimit;
    private final PlanningObserver observer;
    private final AtomicInteger nextId = new AtomicInteger();
    private final String rootType;
    private final Set<String> rootSubgraphs;
    private final DeferredPlans deferred;

    OperationPlanning(
            NormalizedOperation operation, QueryGraph graph, PlannerLimits limits, PlanningObserver observer) {
        this.operation = operation;
        this.deferred = new DeferredPlans(operation.deferral());
        this.graph = graph;
        this.reachability = new Reachability(graph);
        this.budget = new PlanningBudget(limits.maxSteps(), limits.maxTime());
        this.treeLimit = new SizeLimit(limits.maxCandidates());
        this.observer = observer;
        this.rootType = graph.supergraph()
                .rootType(operation.kind())
                .orElseThrow(
                        () -> new IllegalArgumentException("The supergraph has no root type for " + operation.kind()));
        SupergraphType root = graph.supergraph().type(rootType).orElseThrow();
        this.rootSubgraphs = new LinkedHashSet<>(root.joins().keySet());
    }

    /** @throws PlanningException if a field cannot be reached, or the operation is too complex */
    QueryPlan plan() {
        Optional<PlanNode> root =
                switch (operation.kind()) {
                    case QUERY -> query(operation.fields(), rootSubgraphs);
                    case MUTATION -> mutation();
                    case SUBSCRIPTION -> subscription();
                };
        return new QueryPlan(operation.kind(), root, deferred.nodes());
    }

    private Optional<PlanNode> query(List<NormalizedField> fields, Set<String> subgraphs) {
        QueryTree tree = queryTree(fields, subgraphs);
        PathSelection paths = PathFinder.select(tree, budget);
        observer.onPaths(tree, paths);
        FetchGraph fetches = FetchGraph.of(paths, budget);
        FetchPasses.apply(fetches, observer);
        return planNodes(fetches);
    }

    private QueryTree queryTree(List<NormalizedField> fields, Set<String> subgraphs) {
        return new QueryTree(graph, reachability, treeLimit, rootType, subgraphs, fields, operation.deferral());
    }

    private PathSelection selectPaths(List<NormalizedField> fields, String subgraph) {
        return PathFinder.select(queryTree(fields, Set.of(subgraph)), budget);
    }

    private Optional<PlanNode> planNodes(FetchGraph fetches) {
        PlanBuilder builder = new PlanBuilder(
                graph,
                fetches,
                operation.kind(),
                operation.variables(),
                operation.directives(),
                nextId::getAndIncrement);
        Optional<PlanNode> primary = builder.build(0);
        for (int part : operation.deferral().inOrder()) {
            builder.build(part).ifPresent(node -> deferred.add(part, node, fetches));
        }
        return primary;
    }

    /** Mutation fields run serially. Consecutive fields of one subgraph share a request, which runs them in order. */
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
        String subgraph = RootChoice.best(rootSubgraphs, candidate -> selectPaths(operation.fields(), candidate));
        return query(operation.fields(), Set.of(subgraph)).map(OperationPlanning::triggered);
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
