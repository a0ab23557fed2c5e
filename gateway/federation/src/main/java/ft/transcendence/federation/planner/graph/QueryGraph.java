package ft.transcendence.federation.planner.graph;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.planner.graph.FieldResolution.FieldEdge;
import ft.transcendence.federation.supergraph.EntityKey;
import ft.transcendence.federation.supergraph.FieldJoin;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.SupergraphField;
import ft.transcendence.federation.supergraph.SupergraphType;
import ft.transcendence.federation.supergraph.TypeKind;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Step 1 of planning: which subgraph can resolve what, and how each can be entered from the others. Nodes are {@link GraphNode}s. Edges are
 * field edges ({@link #resolve}) and key edges ({@link #keyEdges}, {@link #interfaceKeyEdges}). Edges are computed on demand: a graph
 * with a node for every combination of subgraph, type and provided fields would be far larger than what operations use. Built once per
 * supergraph; thread-safe.
 */
public final class QueryGraph {
    private static final TypeRef TYPENAME = new TypeRef.NonNull(new TypeRef.Named("String"));

    private static final List<OperationKind> ENTERED_WITHOUT_KEY = List.of(OperationKind.QUERY, OperationKind.MUTATION);

    private final Supergraph supergraph;
    private final Labels labels;
    private final Map<SubgraphType, Set<String>> possibleTypes;
    private final Map<SubgraphType, List<KeyEdge>> keyEdges;
    private final Map<SubgraphType, List<KeyEdge>> interfaceKeyEdges;
    private final Map<String, List<String>> enterableSubgraphs;

    private record SubgraphType(String subgraph, String type) {
        @Override
        public int hashCode() {
            return GraphNode.hash(subgraph, type);
        }
    }

    /** What is known of the labels of progressive {@code @override}s. */
    private sealed interface Labels {

        /** Whether the label is known to be active. */
        boolean isActive(String label);

        /** Whether the label is known not to be active. */
        boolean isInactive(String label);

        /** These labels are active and all others are not. */
        record Active(Set<String> labels) implements Labels {
            @Override
            public boolean isActive(String label) {
                return labels.contains(label);
            }

            @Override
            public boolean isInactive(String label) {
                return !labels.contains(label);
            }
        }

        /** Nothing is known: a field that a label moves is resolved neither at its old home nor at the new one. */
        record Unknown() implements Labels {
            @Override
            public boolean isActive(String label) {
                return false;
            }

            @Override
            public boolean isInactive(String label) {
                return false;
            }
        }
    }

    /** The graph with no label of a progressive {@code @override} active. */
    public QueryGraph(Supergraph supergraph) {
        this.supergraph = supergraph;
        this.labels = new Labels.Active(Set.of());
        this.possibleTypes = new ConcurrentHashMap<>();
        this.keyEdges = new ConcurrentHashMap<>();
        this.interfaceKeyEdges = new ConcurrentHashMap<>();
        this.enterableSubgraphs = new ConcurrentHashMap<>();
    }

    private QueryGraph(QueryGraph other, Labels labels) {
        this.supergraph = other.supergraph;
        this.labels = labels;
        this.possibleTypes = other.possibleTypes;
        this.keyEdges = other.keyEdges;
        this.interfaceKeyEdges = other.interfaceKeyEdges;
        this.enterableSubgraphs = other.enterableSubgraphs;
    }

    /** The graph with these labels active. Labels only move fields; everything else is shared with this graph. */
    public QueryGraph withActiveLabels(Set<String> activeLabels) {
        Labels changed = new Labels.Active(Set.copyOf(activeLabels));
        return changed.equals(labels) ? this : new QueryGraph(this, changed);
    }

    /** The graph without the fields that labels move: what is reachable in it is reachable whichever labels are active. */
    public QueryGraph withUnknownLabels() {
        return new QueryGraph(this, new Labels.Unknown());
    }

    /** The whole graph as text: the nodes of all types, with the edges that need no provided fields. */
    @Override
    public String toString() {
        return QueryGraphPrinter.print(this);
    }

    public Supergraph supergraph() {
        return supergraph;
    }

    /** What {@code graphNode} offers for a field of an object whose type is {@code objectType}. */
    public FieldResolution resolve(GraphNode graphNode, String objectType, String field) {
        boolean interfaceObject = isInterfaceObject(graphNode.subgraph(), graphNode.localType());
        if (!interfaceObject
                && !possibleTypes(graphNode.subgraph(), graphNode.localType()).contains(objectType)) {
            return FieldResolution.IMPOSSIBLE;
        }
        if (field.equals("__typename")) {
            return interfaceObject ? FieldResolution.UNAVAILABLE : new FieldEdge(TYPENAME, FieldSet.EMPTY);
        }
        String owner = interfaceObject ? graphNode.localType() : objectType;
        Optional<SupergraphField> definition = supergraph.type(owner).flatMap(type -> type.field(field));
        if (definition.isEmpty()) {
            return FieldResolution.UNAVAILABLE;
        }
        Optional<FieldJoin> join = definition.get().join(graphNode.subgraph());
        Optional<FieldSet> provided = provided(graphNode.provided(), objectType, field);
        if (join.isPresent() && isResolvable(definition.get(), graphNode.subgraph(), join.get())) {
            FieldSet required =
                    provided.isPresent() ? FieldSet.EMPTY : join.get().requires();
            boolean isProvidedLocally =
                    join.get().contextArguments().isEmpty() && isProvidedLocally(graphNode, objectType, required);
            return new FieldEdge(
                    join.get().type(),
                    isProvidedLocally ? FieldSet.EMPTY : required,
                    isProvidedLocally ? required : FieldSet.EMPTY,
                    join.get().contextArguments(),
                    union(join.get().provides(), provided.orElse(FieldSet.EMPTY)));
        }
        if (provided.isPresent()) {
            TypeRef type = join.map(FieldJoin::type).orElse(definition.get().type());
            return new FieldEdge(type, provided.get());
        }
        return FieldResolution.UNAVAILABLE;
    }

    /**
     * Whether a required field set need not be sent, because the subgraph provides it at this node. Required fields with arguments must always
     * be sent: only the representation tells which of the field's values is meant.
     */
    private boolean isProvidedLocally(GraphNode graphNode, String objectType, FieldSet required) {
        return !required.isEmpty()
                && !graphNode.provided().isEmpty()
                && required.parts().stream().allMatch(part -> switch (part) {
                    case FieldSet.Field field ->
                        field.arguments().isEmpty() && isProvidedLocally(graphNode, objectType, field);
                    case FieldSet.Fragment fragment ->
                        !supergraph.objectTypes(fragment.typeCondition()).contains(objectType)
                                || isProvidedLocally(graphNode, objectType, fragment.selections());
                });
    }

    private boolean isProvidedLocally(GraphNode graphNode, String objectType, FieldSet.Field field) {
        boolean isProvided =
                provided(graphNode.provided(), objectType, field.name()).isPresent();
        boolean requires = supergraph
                .type(objectType)
                .flatMap(type -> type.field(field.name()))
                .flatMap(found -> found.join(graphNode.subgraph()))
                .filter(join -> !join.requires().isEmpty())
                .isPresent();
        if (requires && !isProvided
                || !(resolve(graphNode, objectType, field.name()) instanceof FieldEdge edge)
                || edge.hasRequirements()) {
            return false;
        }
        GraphNode below = new GraphNode(graphNode.subgraph(), edge.type().namedType(), edge.provided());
        return field.selections().isEmpty()
                || possibleTypes(below.subgraph(), below.localType()).stream()
                        .allMatch(type -> isProvidedLocally(below, type, field.selections()));
    }

    private boolean isResolvable(SupergraphField field, String subgraph, FieldJoin join) {
        if (join.external()) {
            return false;
        }
        if (join.overrides().isPresent() && !holds(field, join)) {
            return false;
        }
        return field.joins().values().stream()
                .noneMatch(other -> other.overrides().filter(subgraph::equals).isPresent() && !fails(field, other));
    }

    /** Whether an override applies: always without a label. */
    private boolean holds(SupergraphField field, FieldJoin override) {
        return label(field, override).filter(label -> !labels.isActive(label)).isEmpty();
    }

    private boolean fails(SupergraphField field, FieldJoin override) {
        return label(field, override).filter(labels::isInactive).isPresent();
    }

    /** The label that an override depends on; none if no subgraph is left in which the field could stay. */
    private static Optional<String> label(SupergraphField field, FieldJoin override) {
        return override.overrides().filter(field.joins()::containsKey).flatMap(ignored -> override.overrideLabel());
    }

    private Optional<FieldSet> provided(FieldSet view, String objectType, String field) {
        FieldSet below = FieldSet.EMPTY;
        boolean found = false;
        for (FieldSet.Part part : view.parts()) {
            switch (part) {
                case FieldSet.Field here -> {
                    if (here.name().equals(field)) {
                        found = true;
                        below = union(below, here.selections());
                    }
                }
                case FieldSet.Fragment fragment -> {
                    if (supergraph.objectTypes(fragment.typeCondition()).contains(objectType)) {
                        Optional<FieldSet> inner = provided(fragment.selections(), objectType, field);
                        found |= inner.isPresent();
                        below = union(below, inner.orElse(FieldSet.EMPTY));
                    }
                }
            }
        }
        return found ? Optional.of(below) : Optional.empty();
    }

    private static FieldSet union(FieldSet one, FieldSet other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        List<FieldSet.Part> parts = new ArrayList<>(one.parts());
        parts.addAll(other.parts());
        return new FieldSet(parts);
    }

    /** Whether the type is an interface in other subgraphs, and here one object type that stands for all its implementations. */
    public boolean isInterfaceObject(String subgraph, String type) {
        return supergraph
                .type(type)
                .flatMap(found -> found.join(subgraph))
                .filter(join -> join.interfaceObject())
                .isPresent();
    }

    /** The object types that a value of this type may have in the subgraph; for an interface object, all implementations. */
    public Set<String> possibleTypes(String subgraph, String type) {
        return possibleTypes.computeIfAbsent(new SubgraphType(subgraph, type), this::findPossibleTypes);
    }

    private Set<String> findPossibleTypes(SubgraphType key) {
        SupergraphType type = supergraph.type(key.type()).orElseThrow();
        if (type.kind() == TypeKind.UNION) {
            return type.members().getOrDefault(key.subgraph(), Set.of());
        }
        if (type.kind() != TypeKind.INTERFACE || isInterfaceObject(key.subgraph(), key.type())) {
            return supergraph.objectTypes(key.type());
        }
        Set<String> possible = new LinkedHashSet<>();
        for (String name : supergraph.objectTypes(key.type())) {
            SupergraphType candidate = supergraph.type(name).orElseThrow();
            boolean standsForItself = name.equals(key.type());
            if (candidate.join(key.subgraph()).isPresent()
                    && (standsForItself
                            || candidate
                                    .interfaces()
                                    .getOrDefault(key.subgraph(), Set.of())
                                    .contains(key.type()))) {
                possible.add(name);
            }
        }
        return possible;
    }

    /** The field's type as declared on the subgraph's own (abstract) type; empty if the field needs a type condition there. */
    public Optional<TypeRef> declaredType(String subgraph, String localType, String field) {
        if (field.equals("__typename")) {
            return Optional.of(TYPENAME);
        }
        return supergraph
                .type(localType)
                .flatMap(type -> type.field(field))
                .flatMap(found -> found.join(subgraph))
                .map(FieldJoin::type);
    }

    /** The operation kind whose root the object type is. Every subgraph that has a root type can be entered for it without a key. */
    public Optional<OperationKind> rootKind(String objectType) {
        for (OperationKind kind : ENTERED_WITHOUT_KEY) {
            if (supergraph.rootType(kind).filter(objectType::equals).isPresent()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The edges into a subgraph for an object whose type is known. A root type has an edge with an empty key. */
    public List<KeyEdge> keyEdges(String subgraph, String objectType) {
        return keyEdges.computeIfAbsent(new SubgraphType(subgraph, objectType), this::findKeyEdges);
    }

    private List<KeyEdge> findKeyEdges(SubgraphType key) {
        SupergraphType type = supergraph.type(key.type()).orElseThrow();
        if (rootKind(key.type()).isPresent()) {
            return type.join(key.subgraph()).isPresent() ? List.of(new KeyEdge(key.type(), FieldSet.EMPTY)) : List.of();
        }
        return withInterfaceObjects(key.subgraph(), type, EntityKey::resolvable);
    }

    /**
     * The edges by which a subgraph that holds an object can be entered again, to send it what a field of its own requires: also by the keys that it
     * resolves for no other subgraph ({@code resolvable: false}).
     */
    public List<KeyEdge> reentryEdges(String subgraph, String objectType) {
        return rootKind(objectType).isPresent()
                ? List.of()
                : withInterfaceObjects(subgraph, supergraph.type(objectType).orElseThrow(), key -> true);
    }

    private List<KeyEdge> withInterfaceObjects(String subgraph, SupergraphType type, Predicate<EntityKey> which) {
        List<KeyEdge> edges = new ArrayList<>(keyEdgesOf(subgraph, type, which));
        Set<String> interfaces = new LinkedHashSet<>();
        type.interfaces().values().forEach(interfaces::addAll);
        for (String name : interfaces) {
            if (isInterfaceObject(subgraph, name)) {
                edges.addAll(keyEdgesOf(subgraph, supergraph.type(name).orElseThrow(), which));
            }
        }
        return List.copyOf(edges);
    }

    /** The subgraphs that have edges for objects of this type, in the order of the SDL. */
    public List<String> enterableSubgraphs(String objectType) {
        return enterableSubgraphs.computeIfAbsent(objectType, this::findEnterableSubgraphs);
    }

    private List<String> findEnterableSubgraphs(String objectType) {
        SupergraphType type = supergraph.type(objectType).orElseThrow();
        Set<String> candidates = new HashSet<>(type.joins().keySet());
        for (Set<String> interfaces : type.interfaces().values()) {
            interfaces.stream()
                    .flatMap(name -> supergraph.type(name).stream())
                    .forEach(found -> candidates.addAll(found.joins().keySet()));
        }
        return supergraph.subgraphs().keySet().stream()
                .filter(subgraph -> candidates.contains(subgraph)
                        && !keyEdges(subgraph, objectType).isEmpty())
                .toList();
    }

    /** The edges into a subgraph for an object of which only the interface is known. */
    public List<KeyEdge> interfaceKeyEdges(String subgraph, String interfaceName) {
        return interfaceKeyEdges.computeIfAbsent(
                new SubgraphType(subgraph, interfaceName),
                key -> isInterfaceObject(subgraph, interfaceName)
                        ? List.of()
                        : keyEdgesOf(subgraph, supergraph.type(interfaceName).orElseThrow(), EntityKey::resolvable));
    }

    private static List<KeyEdge> keyEdgesOf(String subgraph, SupergraphType type, Predicate<EntityKey> which) {
        return type.join(subgraph)
                .map(join -> join.keys().stream()
                        .filter(which)
                        .map(key -> new KeyEdge(type.name(), key.fields()))
                        .toList())
                .orElse(List.of());
    }
}
