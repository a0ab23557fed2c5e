package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.planner.graph.KeyEdge;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.graph.Reachability;
import ft.transcendence.federation.planner.limits.SizeLimit;
import ft.transcendence.federation.planner.tree.ContextInput;
import ft.transcendence.federation.planner.tree.InputUse;
import ft.transcendence.federation.planner.tree.PathCandidate;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import ft.transcendence.federation.planner.tree.PathCandidate.FieldMove;
import ft.transcendence.federation.planner.tree.PathCandidate.RootMove;
import ft.transcendence.federation.planner.tree.QueryTree;
import ft.transcendence.federation.planner.tree.QueryTreeField;
import ft.transcendence.federation.planner.tree.QueryTreeNode;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The fewest requests that resolve a query, found by exhaustive search.
 *
 * <p>A plan is a sequence of stages, whose requests are sent at the same time. What a request returns beyond what it must costs no
 * further request, so each returns all it can: every root field of its subgraph, or every entity that can be sent there after the earlier
 * stages. A plan is then just the subgraphs that are used in each stage, and there are few enough of these to try them all.
 *
 * <p>It tries the candidates of the {@link QueryTree}. It cannot find a candidate that the tree lacks; it can find a better choice than those
 * of {@link PathFinder} and the optimization passes.
 */
public final class FewestRequests {
    /** How far below the operation keys and requirements that lead in circles are added to the tree. */
    private static final int DEPTH_OF_INPUTS = 4;

    private final QueryGraph graph;
    private final QueryTree tree;
    private final List<QueryTreeField> leaves;
    private final Map<String, List<PathCandidate>> roots = new LinkedHashMap<>();
    private final Map<String, List<EntityMove>> moves = new LinkedHashMap<>();
    private final Map<Failure, Integer> failures = new HashMap<>();

    /** A request to a subgraph. */
    public record Request(String subgraph, Kind kind) {
        @Override
        public String toString() {
            return subgraph
                    + switch (kind) {
                        case ROOT -> "";
                        case ENTITIES -> " entities";
                        case NESTED_ROOT -> " nested root";
                    };
        }
    }

    /** What a request fetches. Entities and nested roots are fetched separately. */
    public enum Kind {
        ROOT,
        ENTITIES,
        NESTED_ROOT
    }

    /** Objects that have been fetched: all of a root, or those of one type that an entity move leads to. */
    private record Fetched(PathCandidate entry, String objectType) {}

    private record Failure(Set<Fetched> fetched, int stages) {}

    private FewestRequests(QueryGraph graph, QueryTree tree, int depth) {
        this.graph = graph;
        this.tree = tree;
        this.leaves = tree.leaves();
        growInputs(depth + DEPTH_OF_INPUTS);
    }

    /** Builds the query tree of a query. */
    public static FewestRequests of(QueryGraph graph, NormalizedOperation query) {
        String rootType = graph.supergraph().rootType(query.kind()).orElseThrow();
        QueryTree tree = new QueryTree(
                graph,
                new Reachability(graph),
                new SizeLimit(Long.MAX_VALUE),
                rootType,
                graph.supergraph().type(rootType).orElseThrow().joins().keySet(),
                query.fields(),
                query.deferral());
        int depth = tree.leaves().stream()
                .mapToInt(leaf -> leaf.node().depth())
                .max()
                .orElse(0);
        return new FewestRequests(graph, tree, depth);
    }

    /** A plan of at most so many requests in at most so many stages; empty when there is none. */
    public Optional<List<Set<Request>>> plan(int requests, int stages) {
        List<Set<Request>> plan = new ArrayList<>();
        return complete(Set.of(), requests, stages, plan) ? Optional.of(plan.reversed()) : Optional.empty();
    }

    private boolean complete(Set<Fetched> fetched, int requests, int stages, List<Set<Request>> plan) {
        if (isComplete(fetched)) {
            return true;
        }
        Failure here = new Failure(fetched, stages);
        if (requests == 0 || stages == 0 || failures.getOrDefault(here, 0) >= requests) {
            return false;
        }
        Map<Request, Set<Fetched>> useful = useful(fetched);
        for (Set<Request> stage : subsets(List.copyOf(useful.keySet()), requests)) {
            Set<Fetched> after = new HashSet<>(fetched);
            stage.forEach(request -> after.addAll(useful.get(request)));
            if (complete(after, requests - stage.size(), stages - 1, plan)) {
                plan.add(stage);
                return true;
            }
        }
        failures.merge(here, requests, Math::max);
        return false;
    }

    private static List<Set<Request>> subsets(List<Request> requests, int most) {
        List<Set<Request>> subsets = new ArrayList<>();
        for (int chosen = 1; chosen < 1 << requests.size(); chosen++) {
            if (Integer.bitCount(chosen) <= most) {
                Set<Request> subset = new LinkedHashSet<>();
                for (int i = 0; i < requests.size(); i++) {
                    if ((chosen >> i & 1) == 1) {
                        subset.add(requests.get(i));
                    }
                }
                subsets.add(subset);
            }
        }
        return subsets;
    }

    /** The requests that fetch something new, and what they fetch. */
    private Map<Request, Set<Fetched>> useful(Set<Fetched> fetched) {
        Map<Request, Set<Fetched>> useful = new LinkedHashMap<>();
        if (fetched.isEmpty()) {
            roots.forEach((subgraph, candidates) -> candidates.forEach(
                    candidate -> useful.computeIfAbsent(new Request(subgraph, Kind.ROOT), ignored -> new HashSet<>())
                            .add(new Fetched(candidate, candidate.node().staticType()))));
            return useful;
        }
        moves.forEach((subgraph, candidates) -> {
            for (EntityMove move : candidates) {
                Request request = new Request(subgraph, move.entersRootType() ? Kind.NESTED_ROOT : Kind.ENTITIES);
                for (String objectType : move.objectTypes()) {
                    Fetched entered = new Fetched(move, objectType);
                    if (!fetched.contains(entered) && canEnter(move, objectType, fetched)) {
                        useful.computeIfAbsent(request, ignored -> new HashSet<>())
                                .add(entered);
                    }
                }
            }
        });
        return useful;
    }

    private boolean isComplete(Set<Fetched> fetched) {
        return leaves.stream().allMatch(leaf -> isKnown(leaf, fetched))
                && tree.emptyNodes().stream().allMatch(node -> isReached(node, fetched));
    }

    // ------------------------------------------------------------------ what is known

    private boolean isKnown(QueryTreeField leaf, Set<Fetched> fetched) {
        return isKnown(leaf, fetched, candidate -> true);
    }

    private boolean isKnown(QueryTreeField leaf, Set<Fetched> fetched, Predicate<PathCandidate> among) {
        return leaf.candidates().keySet().stream()
                        .anyMatch(
                                candidate -> among.test(candidate) && resolves(candidate, leaf.objectTypes(), fetched))
                || leaf.vacuousIn().stream()
                        .anyMatch(candidate -> !(candidate instanceof EntityMove)
                                && among.test(candidate)
                                && resolves(candidate, leaf.objectTypes(), fetched));
    }

    private boolean isReached(QueryTreeNode node, Set<Fetched> fetched) {
        return node.directMoves().stream().anyMatch(direct -> resolves(direct, node.objectTypes(), fetched));
    }

    private boolean resolves(PathCandidate candidate, Collection<String> objectTypes, Set<Fetched> fetched) {
        return switch (candidate) {
            case RootMove root -> fetched.contains(new Fetched(root, root.node().staticType()));
            case FieldMove fieldMove ->
                resolves(fieldMove.parent(), fieldMove.field().objectTypes(), fetched);
            case EntityMove move ->
                objectTypes.stream()
                                .filter(type -> move.graphNode(type).isPresent())
                                .allMatch(type -> fetched.contains(new Fetched(move, type)))
                        && objectTypes.stream()
                                .anyMatch(type -> move.graphNode(type).isPresent());
        };
    }

    // ------------------------------------------------------------------ what can be sent

    private boolean canEnter(EntityMove move, String objectType, Set<Fetched> fetched) {
        return typesOnPath(move.node()).stream().allMatch(leaf -> isKnown(leaf, fetched))
                && edges(move, objectType).stream().anyMatch(edge -> canSend(move, objectType, edge, fetched));
    }

    private boolean canSend(EntityMove move, String objectType, KeyEdge edge, Set<Fetched> fetched) {
        List<QueryTreeField> inputs = inputs(move, objectType, edge);
        if (!inputs.stream().allMatch(leaf -> isKnown(leaf, fetched))) {
            return false;
        }
        if (move.entersRootType() && inputs.isEmpty() && !isReached(move.node(), fetched)) {
            return false;
        }
        return !move.node().hasManyTypes()
                || isKnown(tree.typename(move.node(), objectType), fetched)
                || !edge.typename().equals(objectType)
                        && inputs.stream()
                                .allMatch(leaf -> isKnown(
                                        leaf,
                                        fetched,
                                        candidate -> isInterfaceObject(move.node(), candidate, objectType)));
    }

    private boolean isInterfaceObject(QueryTreeNode node, PathCandidate supplier, String objectType) {
        PathCandidate candidate = supplier;
        while (candidate.node() != node && candidate instanceof FieldMove fieldMove) {
            candidate = fieldMove.parent();
        }
        return candidate
                .graphNode(objectType)
                .filter(graphNode -> graph.isInterfaceObject(graphNode.subgraph(), graphNode.localType()))
                .isPresent();
    }

    private List<QueryTreeField> typesOnPath(QueryTreeNode node) {
        List<QueryTreeField> typenames = new ArrayList<>();
        Optional<QueryTreeField> field = node.parentField();
        while (field.isPresent()) {
            QueryTreeNode around = field.get().node();
            if (field.get().sharesItsKey()) {
                field.get().objectTypes().forEach(type -> typenames.add(tree.typename(around, type)));
            }
            field = around.parentField();
        }
        return typenames;
    }

    private List<KeyEdge> edges(EntityMove move, String objectType) {
        String localType = move.graphNode(objectType).orElseThrow().localType();
        List<KeyEdge> edges = move.byInterface()
                ? graph.interfaceKeyEdges(move.subgraph(), localType)
                : graph.keyEdges(move.subgraph(), objectType);
        return edges.stream().filter(edge -> edge.typename().equals(localType)).toList();
    }

    /** The leaves of key, requirements and contexts. */
    private List<QueryTreeField> inputs(EntityMove move, String objectType, KeyEdge edge) {
        List<QueryTreeField> inputs = new ArrayList<>();
        addInputs(move.node(), move.objectTypes(), objectType, edge.key(), inputs);
        addInputs(move.node(), move.objectTypes(), objectType, move.requirements(objectType), inputs);
        for (ContextInput context : move.contexts()) {
            context.source().ifPresent(source -> {
                for (String setter : context.sourceTypes()) {
                    if (source.hasManyTypes()) {
                        inputs.add(tree.typename(source, setter));
                    }
                    addInputs(
                            source,
                            context.sourceTypes(),
                            setter,
                            context.argument().selection(),
                            inputs);
                }
            });
        }
        return inputs;
    }

    private void addInputs(
            QueryTreeNode node, List<String> scope, String objectType, FieldSet fields, List<QueryTreeField> inputs) {
        for (FieldSet.Part part : fields.parts()) {
            switch (part) {
                case FieldSet.Field field -> addInput(node, scope, objectType, field, inputs);
                case FieldSet.Fragment fragment -> {
                    Set<String> admitted = graph.supergraph().objectTypes(fragment.typeCondition());
                    if (admitted.contains(objectType)) {
                        List<String> narrowed =
                                scope.stream().filter(admitted::contains).toList();
                        addInputs(node, narrowed, objectType, fragment.selections(), inputs);
                    }
                }
            }
        }
    }

    private void addInput(
            QueryTreeNode node,
            List<String> scope,
            String objectType,
            FieldSet.Field field,
            List<QueryTreeField> inputs) {
        QueryTreeField input = tree.internalField(node, scope, objectType, field, new InputUse(0, true));
        if (input.child().isEmpty() || input.isVacuous()) {
            inputs.add(input);
            return;
        }
        QueryTreeNode child = input.child().get();
        for (String childType : child.objectTypes()) {
            if (child.hasManyTypes()) {
                inputs.add(tree.typename(child, childType));
            }
            addInputs(child, child.objectTypes(), childType, field.selections(), inputs);
        }
    }

    // ------------------------------------------------------------------ inputs

    /** Adds what any entity move could need, which may lead to further entity moves. */
    private void growInputs(int depth) {
        Set<PathCandidate> seen = new HashSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (PathCandidate candidate : candidates(tree.root(), depth)) {
                if (!seen.add(candidate)) {
                    continue;
                }
                grown = true;
                switch (candidate) {
                    case RootMove root ->
                        roots.computeIfAbsent(root.subgraph(), ignored -> new ArrayList<>())
                                .add(root);
                    case EntityMove move -> {
                        moves.computeIfAbsent(move.subgraph(), ignored -> new ArrayList<>())
                                .add(move);
                        growInputs(move);
                    }
                    case FieldMove ignored -> {}
                }
            }
        }
    }

    private void growInputs(EntityMove move) {
        for (String objectType : move.objectTypes()) {
            if (move.node().hasManyTypes()) {
                tree.typename(move.node(), objectType);
            }
            typesOnPath(move.node());
            edges(move, objectType).forEach(edge -> inputs(move, objectType, edge));
        }
    }

    private static List<PathCandidate> candidates(QueryTreeNode node, int depth) {
        if (node.depth() > depth) {
            return List.of();
        }
        List<PathCandidate> candidates = new ArrayList<>(node.candidates());
        for (QueryTreeField field : node.fields()) {
            field.candidates().keySet().stream()
                    .filter(candidate -> candidate instanceof EntityMove move && move.isRequiring())
                    .forEach(candidates::add);
            field.child().ifPresent(child -> candidates.addAll(candidates(child, depth)));
        }
        return candidates;
    }
}
