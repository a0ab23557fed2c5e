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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Step 1 of planning: which subgraph can resolve what, and how each can be entered from the others. Nodes are {@link GraphNode}s. Edges are
 * field edges ({@link #resolve}) and key edges ({@link #keyEdges}, {@link #interfaceKeyEdges}). Edges are computed on demand: a graph
 * with a node for every combination of subgraph, type and provided fields would be far larger than what operations use. Built once per
 * supergraph; thread-safe.
 */
public final class QueryGraph {
    private static final TypeRef TYPENAME = new TypeRef.NonNull(new TypeRef.Named("String"));

    private final Supergraph supergraph;
    private final Set<String> activeLabels;
    private final Map<SubgraphType, Set<String>> possibleTypes;
    private final Map<SubgraphType, List<KeyEdge>> keyEdges;
    private final Map<SubgraphType, List<KeyEdge>> interfaceKeyEdges;

    private record SubgraphType(String subgraph, String type) {}

    /** The graph with no label of a progressive {@code @override} active. */
    public QueryGraph(Supergraph supergraph) {
        this.supergraph = supergraph;
        this.activeLabels = Set.of();
        this.possibleTypes = new ConcurrentHashMap<>();
        this.keyEdges = new ConcurrentHashMap<>();
        this.interfaceKeyEdges = new ConcurrentHashMap<>();
    }

    private QueryGraph(QueryGraph other, Set<String> activeLabels) {
        this.supergraph = other.supergraph;
        this.activeLabels = Set.copyOf(activeLabels);
        this.possibleTypes = other.possibleTypes;
        this.keyEdges = other.keyEdges;
        this.interfaceKeyEdges = other.interfaceKeyEdges;
    }

    /** The graph with these labels active. Labels only move fields; everything else is shared with this graph. */
    public QueryGraph withActiveLabels(Set<String> labels) {
        return labels.equals(activeLabels) ? this : new QueryGraph(this, labels);
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
                .noneMatch(other -> other.overrides().filter(subgraph::equals).isPresent() && holds(field, other));
    }

    /** Whether an override applies: always without a label, and also if no subgraph is left in which the field could stay. */
    private boolean holds(SupergraphField field, FieldJoin override) {
        return override.overrideLabel()
                        .filter(label -> !activeLabels.contains(label))
                        .isEmpty()
                || override.overrides().filter(field.joins()::containsKey).isEmpty();
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
        return Stream.of(OperationKind.QUERY, OperationKind.MUTATION)
                .filter(kind ->
                        supergraph.rootType(kind).filter(objectType::equals).isPresent())
                .findFirst();
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
        List<KeyEdge> edges = new ArrayList<>(keyEdgesOf(key.subgraph(), type));
        Set<String> interfaces = new LinkedHashSet<>();
        type.interfaces().values().forEach(interfaces::addAll);
        for (String name : interfaces) {
            if (isInterfaceObject(key.subgraph(), name)) {
                edges.addAll(keyEdgesOf(key.subgraph(), supergraph.type(name).orElseThrow()));
            }
        }
        return List.copyOf(edges);
    }

    /** The edges into a subgraph for an object of which only the interface is known. */
    public List<KeyEdge> interfaceKeyEdges(String subgraph, String interfaceName) {
        return interfaceKeyEdges.computeIfAbsent(
                new SubgraphType(subgraph, interfaceName),
                key -> isInterfaceObject(subgraph, interfaceName)
                        ? List.of()
                        : keyEdgesOf(subgraph, supergraph.type(interfaceName).orElseThrow()));
    }

    private static List<KeyEdge> keyEdgesOf(String subgraph, SupergraphType type) {
        return type.join(subgraph)
                .map(join -> join.keys().stream()
                        .filter(EntityKey::resolvable)
                        .map(key -> new KeyEdge(type.name(), key.fields()))
                        .toList())
                .orElse(List.of());
    }
}
