package ft.transcendence.federation.planner.build;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.plan.EntityFetchNode;
import ft.transcendence.federation.plan.EntityGroup;
import ft.transcendence.federation.plan.FetchNode;
import ft.transcendence.federation.plan.NestedRootFetchNode;
import ft.transcendence.federation.plan.ParallelNode;
import ft.transcendence.federation.plan.PlanNode;
import ft.transcendence.federation.plan.SequenceNode;
import ft.transcendence.federation.plan.input.MergePath;
import ft.transcendence.federation.plan.input.PathSegment;
import ft.transcendence.federation.plan.selection.Directive;
import ft.transcendence.federation.plan.selection.Selection;
import ft.transcendence.federation.plan.selection.VariableUse;
import ft.transcendence.federation.planner.fetch.FetchGraph;
import ft.transcendence.federation.planner.fetch.FetchStep;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.limits.SizeLimit;
import ft.transcendence.federation.planner.tree.PathCandidate;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import ft.transcendence.federation.planner.tree.PathCandidate.FieldMove;
import ft.transcendence.federation.planner.tree.QueryTreeField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Step 5 of planning: turns the fetch graph into plan nodes. Steps without a common dependency run in parallel branches. Within a branch, the
 * steps without predecessors come first, and the rest follows.
 */
public final class PlanBuilder {
    /** Limit on the fields written for single object types, all requests together. */
    private static final int MOST_WRITTEN = 500_000;

    private final QueryGraph graph;
    private final FetchGraph fetches;
    private final OperationKind rootKind;
    private final List<VariableUse> variables;
    private final List<Directive> operationDirectives;
    private final ContextNames contextNames;
    private final Map<PathCandidate, Map<QueryTreeField, FieldMove>> children;
    private final IntSupplier ids;
    private final SizeLimit written = new SizeLimit(MOST_WRITTEN);

    /**
     * @param rootKind the operation kind of root fetches; entity fetches are queries
     * @param variables the variables that the client declares
     * @param operationDirectives the directives of the client's operation, for all requests of its kind
     * @param ids numbers the fetches
     */
    public PlanBuilder(
            QueryGraph graph,
            FetchGraph fetches,
            OperationKind rootKind,
            List<VariableUse> variables,
            List<Directive> operationDirectives,
            IntSupplier ids) {
        this.graph = graph;
        this.fetches = fetches;
        this.rootKind = rootKind;
        this.variables = variables;
        this.operationDirectives = operationDirectives;
        this.contextNames = new ContextNames(variables);
        this.children = SelectionWriter.children(fetches.paths());
        this.ids = ids;
    }

    /** The plan of all steps for a part of the response; empty if there are none. */
    public Optional<PlanNode> build(int part) {
        List<FetchStep> steps = fetches.stepsOf(part);
        return steps.isEmpty() ? Optional.empty() : Optional.of(parallel(steps));
    }

    private PlanNode parallel(List<FetchStep> steps) {
        List<PlanNode> branches = new ArrayList<>();
        for (List<FetchStep> component : components(steps)) {
            branches.add(sequence(component));
        }
        return branches.size() == 1 ? branches.getFirst() : new ParallelNode(branches);
    }

    private PlanNode sequence(List<FetchStep> component) {
        Set<FetchStep> here = new HashSet<>(component);
        List<FetchStep> first = new ArrayList<>();
        List<FetchStep> rest = new ArrayList<>();
        for (FetchStep step : component) {
            boolean isFirst = step.dependencies().stream().noneMatch(here::contains);
            (isFirst ? first : rest).add(step);
        }
        List<PlanNode> heads = first.stream().map(this::fetch).toList();
        PlanNode head = heads.size() == 1 ? heads.getFirst() : new ParallelNode(heads);
        if (rest.isEmpty()) {
            return head;
        }
        List<PlanNode> nodes = new ArrayList<>();
        nodes.add(head);
        PlanNode tail = parallel(rest);
        if (tail instanceof SequenceNode following) {
            nodes.addAll(following.nodes());
        } else {
            nodes.add(tail);
        }
        return new SequenceNode(nodes);
    }

    /** The connected components of the steps: no dependency leads from one to another. */
    private static List<List<FetchStep>> components(List<FetchStep> steps) {
        Map<FetchStep, Set<FetchStep>> adjacent = new LinkedHashMap<>();
        steps.forEach(step -> adjacent.put(step, new LinkedHashSet<>()));
        adjacent.forEach((step, near) -> {
            for (FetchStep dependency : step.dependencies()) {
                Set<FetchStep> others = adjacent.get(dependency);
                if (others != null) {
                    others.add(step);
                    near.add(dependency);
                }
            }
        });
        Map<FetchStep, List<FetchStep>> componentOf = new HashMap<>();
        List<List<FetchStep>> components = new ArrayList<>();
        for (FetchStep start : steps) {
            if (!componentOf.containsKey(start)) {
                List<FetchStep> component = new ArrayList<>();
                components.add(component);
                addConnected(start, adjacent, component, componentOf);
            }
        }
        steps.forEach(step -> Objects.requireNonNull(componentOf.get(step)).add(step));
        return components;
    }

    private static void addConnected(
            FetchStep start,
            Map<FetchStep, Set<FetchStep>> adjacent,
            List<FetchStep> component,
            Map<FetchStep, List<FetchStep>> componentOf) {
        Deque<FetchStep> open = new ArrayDeque<>(List.of(start));
        componentOf.put(start, component);
        while (!open.isEmpty()) {
            for (FetchStep near : adjacent.getOrDefault(open.pop(), Set.of())) {
                if (componentOf.putIfAbsent(near, component) == null) {
                    open.push(near);
                }
            }
        }
    }

    private PlanNode fetch(FetchStep step) {
        if (step.root().isPresent()) {
            List<Selection> root = selectionWriter().root(step.root().get());
            List<Directive> directives = directives(rootKind);
            return new FetchNode(
                    ids.getAsInt(),
                    step.subgraph(),
                    rootKind,
                    root,
                    VariableUse.readBy(root, directives, variables),
                    directives);
        }
        if (step.isNestedRootStep()) {
            return nestedRootFetch(step);
        }
        List<EntityGroup> groups = new ArrayList<>();
        List<Selection> all = new ArrayList<>();
        for (FetchStep.MoveGroup group : step.groups()) {
            for (List<String> objectTypes : objectTypes(group)) {
                EntityGroup entities = entities(group, objectTypes, parts(group));
                groups.add(entities);
                all.addAll(entities.selections());
            }
        }
        List<Directive> directives = directives(OperationKind.QUERY);
        return new EntityFetchNode(
                ids.getAsInt(), step.subgraph(), groups, VariableUse.readBy(all, directives, variables), directives);
    }

    private NestedRootFetchNode nestedRootFetch(FetchStep step) {
        RootFieldKeys keys = new RootFieldKeys();
        List<NestedRootFetchNode.Group> groups = new ArrayList<>();
        for (FetchStep.MoveGroup group : step.groups()) {
            EntityMove move = group.first();
            MergePath path = move.node().path();
            groups.add(new NestedRootFetchNode.Group(
                    move.node().hasManyTypes()
                            ? path.then(new PathSegment.TypeCondition(List.of(move.rootType())))
                            : path,
                    keys.apart(selectionWriter().nestedRoot(move))));
        }
        OperationKind kind =
                graph.rootKind(step.groups().getFirst().first().rootType()).orElseThrow();
        List<Selection> all =
                groups.stream().flatMap(group -> group.selections().stream()).toList();
        List<Directive> directives = directives(kind);
        return new NestedRootFetchNode(
                ids.getAsInt(),
                step.subgraph(),
                kind,
                groups,
                VariableUse.readBy(all, directives, variables),
                directives);
    }

    /** Directives of a mutation need not be allowed on the queries that complete its result. */
    private List<Directive> directives(OperationKind kind) {
        return kind == rootKind ? operationDirectives : List.of();
    }

    /**
     * Splits the object types into sets that are fetched separately. A subgraph that sees them as one interface object does not tell them apart:
     * what its fragment selects is selected for all types that are sent.
     */
    private List<List<String>> objectTypes(FetchStep.MoveGroup group) {
        List<String> all = group.first().node().objectTypes();
        boolean hasRequirements = group.moves().stream().anyMatch(EntityMove::isRequiring);
        if (hasRequirements || inputs(group).hasNoKnownTypes(group.moves())) {
            return List.of(all);
        }
        Map<List<Selection>, List<String>> apart = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (String objectType : all) {
            List<String> set = isInterfaceObject(group, objectType)
                    ? apart.computeIfAbsent(
                            selectionWriter().entities(group.moves(), List.of(objectType)),
                            ignored -> new ArrayList<>())
                    : others;
            set.add(objectType);
        }
        if (apart.isEmpty()) {
            return List.of(all);
        }
        List<List<String>> sets = new ArrayList<>(apart.values());
        sets.getFirst().addAll(others);
        return sets;
    }

    private boolean isInterfaceObject(FetchStep.MoveGroup group, String objectType) {
        return group.moves().stream()
                .filter(move -> fetches.paths().inputs(move).containsKey(objectType))
                .flatMap(move -> move.graphNode(objectType).stream())
                .anyMatch(graphNode -> graph.isInterfaceObject(graphNode.subgraph(), graphNode.localType()));
    }

    private InputWriter inputs(FetchStep.MoveGroup group) {
        return new InputWriter(graph, fetches.paths(), group.first().part());
    }

    private SelectionWriter selectionWriter() {
        return new SelectionWriter(graph, fetches.paths(), children, contextNames, written);
    }

    private EntityGroup entities(FetchStep.MoveGroup group, Collection<String> objectTypes, List<EntityGroup> parts) {
        InputWriter inputs = inputs(group);
        return new EntityGroup(
                group.first().node().path(),
                inputs.write(group.moves(), objectTypes),
                inputs.contexts(group.moves(), contextNames),
                selectionWriter().entities(group.moves(), objectTypes),
                parts);
    }

    /** One part for each distinct set of requirements. Groups with context arguments are already split by their values, and not split again. */
    private List<EntityGroup> parts(FetchStep.MoveGroup group) {
        List<FetchStep.MoveGroup> divided = group.byRequirements();
        boolean hasContexts =
                group.moves().stream().anyMatch(move -> !move.contexts().isEmpty());
        return divided.size() < 2 || hasContexts
                ? List.of()
                : divided.stream()
                        .map(part -> entities(part, part.first().node().objectTypes(), List.of()))
                        .toList();
    }
}
