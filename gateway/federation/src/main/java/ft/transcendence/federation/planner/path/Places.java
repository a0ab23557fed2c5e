package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.planner.path.PathCandidate.EntityMove;
import ft.transcendence.federation.planner.path.PathCandidate.FieldMove;
import ft.transcendence.federation.planner.path.PathCandidate.RootMove;
import ft.transcendence.federation.operation.NormalizedField;
import ft.transcendence.federation.operation.ObjectTypes;
import ft.transcendence.federation.plan.Argument;
import ft.transcendence.federation.plan.Occurrence;
import ft.transcendence.federation.plan.OperationKind;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.graph.Reach;
import ft.transcendence.federation.planner.graph.FieldResolution;
import ft.transcendence.federation.planner.graph.FieldResolution.FieldEdge;
import ft.transcendence.federation.planner.graph.Standpoint;
import ft.transcendence.federation.planner.path.PlanningException.Code;
import ft.transcendence.federation.supergraph.ContextArgument;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.SupergraphType;
import ft.transcendence.federation.supergraph.TypeKind;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Step 2 of planning: lays out the places and fields of an operation with every way to have them. Fields that only keys and
 * requirements need are added when first asked for.
 */
public final class Places {
    private static final TypeRef TYPENAME = new TypeRef.NonNull(new TypeRef.Named("String"));

    private final QueryGraph graph;
    private final Reach reach;
    private final FieldGroups groups;
    private final LayoutLimit limit;
    private final Place root;
    private final Set<PlaceField> leaves = new LinkedHashSet<>();
    private final List<Place> emptyPlaces = new ArrayList<>();
    private final Map<String, ObjectTypes> objectTypes = new HashMap<>();

    /**
     * Lays out an operation.
     *
     * @param limit how much that may become
     * @param rootSubgraphs the subgraphs whose root type may be asked
     */
    public Places(
            QueryGraph graph,
            Reach reach,
            LayoutLimit limit,
            String rootType,
            Set<String> rootSubgraphs,
            List<NormalizedField> fields) {
        this.graph = graph;
        this.reach = reach;
        this.groups = new FieldGroups(graph, reach);
        this.limit = limit;
        this.root = new Place(Optional.empty(), rootType, List.of(rootType));
        rootSubgraphs.forEach(
                subgraph -> root.add(new RootMove(root, new Standpoint(subgraph, rootType, FieldSet.EMPTY))));
        addClientFields(root, fields);
    }

    public Place root() {
        return root;
    }

    QueryGraph graph() {
        return graph;
    }

    /** The leaves of the operation. */
    List<PlaceField> leaves() {
        return List.copyOf(leaves);
    }

    /** Places of which only the existence is asked. */
    List<Place> emptyPlaces() {
        return emptyPlaces;
    }

    private void addClientFields(Place place, List<NormalizedField> fields) {
        boolean needsTypename = false;
        for (NormalizedField field : fields) {
            if (field.isIntrospection()
                    || field.isTypename() && place.parentField().isEmpty()) {
                continue;
            }
            needsTypename |= !field.forAllTypes();
            if (!field.positions().isEmpty()) {
                place.setOrdersByType();
            }
            addClientField(place, field);
        }
        if (needsTypename && place.hasManyTypes()) {
            leaves.addAll(typenames(place));
        }
        if (fields.isEmpty() && place.parentField().isPresent()) {
            emptyPlaces.add(place);
        }
    }

    private void addClientField(Place place, NormalizedField field) {
        if (field.isTypename()) {
            typenames(place).stream()
                    .filter(leaf -> leaf.objectTypes().stream().anyMatch(field.objectTypes()::contains))
                    .forEach(leaves::add);
            return;
        }
        ObjectTypes objectTypes = ObjectTypes.of(field.objectTypes());
        List<PlaceField> added = addField(
                place,
                field.mergedKey(),
                field.name(),
                field.arguments(),
                field.occurrences(),
                field.type(),
                objectTypes);
        UniformCandidates.require(groups, place, added, field.name(), objectTypes);
        for (PlaceField group : added) {
            if (group.child().isPresent() && !group.isVacuous()) {
                addClientFields(group.child().get(), field.fields());
            } else {
                leaves.add(group);
            }
        }
    }

    private List<PlaceField> typenames(Place place) {
        return internalFields(place, place.objectTypes(), "__typename", List.of(), TYPENAME);
    }

    /** The {@code __typename} of objects of one type. */
    PlaceField typename(Place place, String objectType) {
        return place.field(objectType, "__typename", List.of()).orElseGet(() -> {
            typenames(place);
            return place.field(objectType, "__typename", List.of()).orElseThrow();
        });
    }

    /**
     * A field that a key or requirement needs for objects of {@code objectType}, shared with the client's if that asks for the same.
     *
     * @param scope all object types that need it
     */
    PlaceField internalField(Place place, List<String> scope, String objectType, FieldSet.Field field) {
        Optional<PlaceField> present = place.field(objectType, field.name(), field.arguments());
        if (present.isPresent()) {
            return present.get();
        }
        if (field.name().equals("__typename")) {
            return typename(place, objectType);
        }
        TypeRef type = fieldType(objectType, field.name())
                .orElseThrow(() -> new PlanningException(
                        Code.UNREACHABLE_FIELD,
                        "A key or requirement names " + objectType + "." + field.name() + ", which does not exist."));
        internalFields(place, scope, field.name(), field.arguments(), type);
        return place.field(objectType, field.name(), field.arguments()).orElseThrow();
    }

    private List<PlaceField> internalFields(
            Place place, List<String> scope, String name, List<Argument> arguments, TypeRef type) {
        List<String> missing = scope.stream()
                .filter(objectType -> name.equals("__typename")
                        || fieldType(objectType, name).filter(type::equals).isPresent())
                .filter(objectType -> place.field(objectType, name, arguments).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            addField(
                    place,
                    internalKey(place, name, arguments),
                    name,
                    arguments,
                    List.of(),
                    type,
                    ObjectTypes.of(missing));
        }
        return place.fieldsNamed(name).stream()
                .filter(field -> field.is(name, arguments))
                .toList();
    }

    private Optional<TypeRef> fieldType(String objectType, String field) {
        return graph.supergraph()
                .type(objectType)
                .flatMap(type -> type.field(field))
                .map(definition -> definition.type());
    }

    /** The field's own name, or a new one when that is taken by another field. */
    private static String internalKey(Place place, String name, List<Argument> arguments) {
        String key = name;
        int number = 0;
        while (isTaken(place, key, name, arguments)) {
            key = "_" + number + "_" + name;
            number++;
        }
        return key;
    }

    private static boolean isTaken(Place place, String key, String name, List<Argument> arguments) {
        return place.fieldsUnder(key).stream().anyMatch(field -> !field.is(name, arguments));
    }

    /** Adds a field, in groups of object types that have it in the same ways. */
    private List<PlaceField> addField(
            Place place,
            String mergedKey,
            String name,
            List<Argument> arguments,
            List<Occurrence> occurrences,
            TypeRef type,
            ObjectTypes objectTypes) {
        List<PlaceField> added = new ArrayList<>();
        for (FieldGroups.Group group : groups.of(place, name, objectTypes)) {
            limit.add(group.ways().size());
            PlaceField field =
                    new PlaceField(place, mergedKey, name, arguments, occurrences, type, group.objectTypes());
            place.add(field);
            addCandidates(field, group.ways());
            addChild(field);
            added.add(field);
        }
        return added;
    }

    private void addCandidates(PlaceField field, List<FieldResolution> signature) {
        Set<String> requiringSubgraphs = new LinkedHashSet<>();
        List<PathCandidate> candidates = List.copyOf(field.place().candidates());
        for (int i = 0; i < signature.size(); i++) {
            PathCandidate candidate = candidates.get(i);
            switch (signature.get(i)) {
                case FieldResolution.Unavailable ignored -> {}
                case FieldResolution.Impossible ignored -> field.vacuousIn().add(candidate);
                case FieldEdge edge -> {
                    if (!edge.hasRequirements()) {
                        field.candidates().put(candidate, edge);
                    } else if (requiringSubgraphs.add(candidate.subgraph())) {
                        addRequiringMove(field, candidate, edge);
                    }
                }
            }
        }
        boolean isMutation = field.objectTypes().stream()
                .anyMatch(type -> graph.rootKind(type).equals(Optional.of(OperationKind.MUTATION)));
        if (isMutation && field.place().parentField().isPresent()) {
            field.keepFirstCandidate();
        }
    }

    /** A field with requirements is resolved only in a hop that sends them, even where the object is already at hand. */
    private void addRequiringMove(PlaceField field, PathCandidate candidate, FieldEdge edge) {
        Map<String, Standpoint> standpoints = new LinkedHashMap<>();
        Map<String, FieldSet> requirements = new LinkedHashMap<>();
        limit.add(field.objectTypes().size());
        for (String objectType : field.objectTypes()) {
            Reach.Answer answer = follow(field.place(), objectType);
            Standpoint entered = answer.entered().get(candidate.subgraph());
            if (entered == null
                    || graph.rootKind(objectType).isPresent()
                    || !reach.covers(answer.all(), objectType, edge.requires())) {
                return;
            }
            standpoints.put(objectType, entered);
            requirements.put(objectType, edge.requires());
        }
        List<ContextInput> contexts = new ArrayList<>();
        for (ContextArgument argument : edge.contextArguments()) {
            Optional<ContextInput> context = context(field, argument);
            if (context.isEmpty()) {
                return;
            }
            contexts.add(context.get());
        }
        EntityMove move = new EntityMove(
                field.place(),
                new EntityMovePattern(candidate.subgraph(), standpoints, EntityMovePattern.Kind.ENTITIES),
                Optional.of(field),
                requirements,
                contexts);
        field.candidates().put(move, edge.withoutRequirements());
    }

    /** The object that has the field is not one that encloses it. */
    private Optional<ContextInput> context(PlaceField field, ContextArgument argument) {
        Optional<PlaceField> way = field.place().parentField();
        while (way.isPresent()) {
            Place enclosing = way.get().place();
            List<String> setting = way.get().objectTypes().stream()
                    .filter(objectType -> graph.supergraph().setsContext(objectType, argument.context()))
                    .toList();
            if (!setting.isEmpty()) {
                return Optional.of(new ContextInput(argument, Optional.of(enclosing), setting));
            }
            way = enclosing.parentField();
        }
        return argument.type().isNonNull()
                ? Optional.empty()
                : Optional.of(new ContextInput(argument, Optional.empty(), List.of()));
    }

    private Reach.Answer follow(Place place, String objectType) {
        return reach.follow(place.directStandpoints(), objectType, !place.hasManyTypes());
    }

    private void addChild(PlaceField field) {
        String typeName = field.type().namedType();
        SupergraphType type = graph.supergraph().types().get(typeName);
        if (type == null || !type.kind().isComposite()) {
            return;
        }
        Place child = new Place(Optional.of(field), typeName, objectTypes(type));
        field.candidates()
                .forEach((candidate, edge) -> child.add(new FieldMove(
                        child,
                        candidate,
                        field,
                        new Standpoint(candidate.subgraph(), edge.type().namedType(), edge.provided()))));
        groups.entityMoves(child).stream()
                .filter(this::isAllowed)
                .forEach(pattern -> child.add(new EntityMove(child, pattern)));
        field.setChild(child);
    }

    /** A mutation runs nothing but what a mutation asks. */
    private boolean isAllowed(EntityMovePattern pattern) {
        return pattern.kind() != EntityMovePattern.Kind.MUTATION
                || pattern.objectTypes().contains(root.staticType());
    }

    private ObjectTypes objectTypes(SupergraphType type) {
        return objectTypes.computeIfAbsent(
                type.name(),
                name -> ObjectTypes.of(
                        type.kind() == TypeKind.OBJECT
                                ? List.of(name)
                                : graph.supergraph().objectTypes(name).stream()
                                        .sorted()
                                        .toList()));
    }
}
