package ft.transcendence.federation.planner.graph;

import ft.transcendence.federation.planner.graph.Resolution.FieldMove;
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
import java.util.function.Predicate;

/**
 * What can be resolved where. A node is a {@link Standpoint}; its edges are field moves ({@link #resolve}) and entity moves
 * ({@link #entityMoves}, {@link #interfaceMoves}). Made once per supergraph; thread-safe.
 */
public final class QueryGraph {
    private static final TypeRef TYPENAME = new TypeRef.NonNull(new TypeRef.Named("String"));

    private final Supergraph supergraph;
    private final Predicate<String> activeOverrideLabels;
    private final Map<SubgraphType, Set<String>> possibleTypes = new ConcurrentHashMap<>();
    private final Map<SubgraphType, List<EntityMove>> entityMoves = new ConcurrentHashMap<>();
    private final Map<SubgraphType, List<EntityMove>> interfaceMoves = new ConcurrentHashMap<>();

    private record SubgraphType(String subgraph, String type) {}

    /** @param activeOverrideLabels which labels of progressive {@code @override}s are active */
    public QueryGraph(Supergraph supergraph, Predicate<String> activeOverrideLabels) {
        this.supergraph = supergraph;
        this.activeOverrideLabels = activeOverrideLabels;
    }

    public Supergraph supergraph() {
        return supergraph;
    }

    /** What {@code standpoint} says of a field of an object whose type is {@code objectType}. */
    public Resolution resolve(Standpoint standpoint, String objectType, String field) {
        boolean interfaceObject = isInterfaceObject(standpoint.subgraph(), standpoint.localType());
        if (!interfaceObject
                && !possibleTypes(standpoint.subgraph(), standpoint.localType()).contains(objectType)) {
            return Resolution.IMPOSSIBLE;
        }
        if (field.equals("__typename")) {
            return interfaceObject ? Resolution.UNAVAILABLE : new FieldMove(TYPENAME, FieldSet.EMPTY, FieldSet.EMPTY);
        }
        String owner = interfaceObject ? standpoint.localType() : objectType;
        Optional<SupergraphField> definition = supergraph.type(owner).flatMap(type -> type.field(field));
        if (definition.isEmpty()) {
            return Resolution.UNAVAILABLE;
        }
        Optional<FieldJoin> join = definition.get().join(standpoint.subgraph());
        Optional<FieldSet> provided = provided(standpoint.provided(), objectType, field);
        if (join.isPresent() && isResolvable(definition.get(), standpoint.subgraph(), join.get())) {
            return new FieldMove(
                    join.get().type(),
                    provided.isPresent() ? FieldSet.EMPTY : join.get().requires(),
                    union(join.get().provides(), provided.orElse(FieldSet.EMPTY)));
        }
        if (provided.isPresent()) {
            TypeRef type = join.map(FieldJoin::type).orElse(definition.get().type());
            return new FieldMove(type, FieldSet.EMPTY, provided.get());
        }
        return Resolution.UNAVAILABLE;
    }

    private boolean isResolvable(SupergraphField field, String subgraph, FieldJoin join) {
        if (join.external() || join.needsContext()) {
            return false;
        }
        // the subgraph that is overridden bears the label too, without an override of its own
        if (join.overrides().isPresent()
                && join.overrideLabel().isPresent()
                && !activeOverrideLabels.test(join.overrideLabel().get())) {
            return false;
        }
        return field.joins().values().stream()
                .noneMatch(other -> other.overrides().filter(subgraph::equals).isPresent()
                        && other.overrideLabel().map(activeOverrideLabels::test).orElse(true));
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

    /** True when the type is an interface elsewhere and one object type standing for its implementations here. */
    public boolean isInterfaceObject(String subgraph, String type) {
        return supergraph
                .type(type)
                .flatMap(found -> found.join(subgraph))
                .filter(join -> join.interfaceObject())
                .isPresent();
    }

    /** The object types that a value of this type may have in the subgraph; for an interface object, all its implementations. */
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
            if (candidate.join(key.subgraph()).isPresent()
                    && candidate
                            .interfaces()
                            .getOrDefault(key.subgraph(), Set.of())
                            .contains(key.type())) {
                possible.add(name);
            }
        }
        return possible;
    }

    /** The field's type as declared on the subgraph's own (abstract) type, if it can be selected there without a type condition. */
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

    /** The ways into a subgraph for an object of known type. */
    public List<EntityMove> entityMoves(String subgraph, String objectType) {
        return entityMoves.computeIfAbsent(new SubgraphType(subgraph, objectType), this::findEntityMoves);
    }

    private List<EntityMove> findEntityMoves(SubgraphType key) {
        SupergraphType type = supergraph.type(key.type()).orElseThrow();
        List<EntityMove> moves = new ArrayList<>(keyMoves(key.subgraph(), type));
        Set<String> interfaces = new LinkedHashSet<>();
        type.interfaces().values().forEach(interfaces::addAll);
        for (String name : interfaces) {
            if (isInterfaceObject(key.subgraph(), name)) {
                moves.addAll(keyMoves(key.subgraph(), supergraph.type(name).orElseThrow()));
            }
        }
        return List.copyOf(moves);
    }

    /** The ways into a subgraph for an object of which only the interface is known. */
    public List<EntityMove> interfaceMoves(String subgraph, String interfaceName) {
        return interfaceMoves.computeIfAbsent(
                new SubgraphType(subgraph, interfaceName),
                key -> isInterfaceObject(subgraph, interfaceName)
                        ? List.of()
                        : keyMoves(subgraph, supergraph.type(interfaceName).orElseThrow()));
    }

    private static List<EntityMove> keyMoves(String subgraph, SupergraphType type) {
        return type.join(subgraph)
                .map(join -> join.keys().stream()
                        .filter(EntityKey::resolvable)
                        .map(key -> new EntityMove(type.name(), key.fields()))
                        .toList())
                .orElse(List.of());
    }
}
