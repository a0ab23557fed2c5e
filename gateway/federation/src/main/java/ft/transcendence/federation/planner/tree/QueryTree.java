package ft.transcendence.federation.planner.tree;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.operation.Deferral;
import ft.transcendence.federation.operation.NormalizedField;
import ft.transcendence.federation.operation.ObjectTypes;
import ft.transcendence.federation.plan.selection.Argument;
import ft.transcendence.federation.plan.selection.Occurrence;
import ft.transcendence.federation.planner.graph.FieldResolution;
import ft.transcendence.federation.planner.graph.FieldResolution.FieldEdge;
import ft.transcendence.federation.planner.graph.GraphNode;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.graph.Reachability;
import ft.transcendence.federation.planner.limits.PlanningException;
import ft.transcendence.federation.planner.limits.PlanningException.Code;
import ft.transcendence.federation.planner.limits.SizeLimit;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import ft.transcendence.federation.planner.tree.PathCandidate.FieldMove;
import ft.transcendence.federation.planner.tree.PathCandidate.RootMove;
import ft.transcendence.federation.planner.tree.QueryTreeField.Source;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.SupergraphType;
import ft.transcendence.federation.supergraph.TypeKind;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Step 2 of planning: the nodes and fields of an operation, with every path candidate for them. Fields that only keys and requirements need
 * are added when the path search first needs them.
 */
public final class QueryTree {
    private static final TypeRef TYPENAME = new TypeRef.NonNull(new TypeRef.Named("String"));

    private final QueryGraph graph;
    private final Reachability reachability;
    private final FieldGroups groups;
    private final SizeLimit limit;
    private final RequiringMoves requiringMoves;
    private final Deferral deferral;
    private final Set<String> rootSubgraphs;
    private final QueryTreeNode root;
    private final Set<QueryTreeField> leaves = new LinkedHashSet<>();
    private final List<QueryTreeNode> emptyNodes = new ArrayList<>();
    private final Map<String, ObjectTypes> objectTypes = new HashMap<>();

    /**
     * Builds the tree of an operation.
     *
     * @param limit bounds the size of the tree
     * @param rootSubgraphs the subgraphs whose root type may be entered
     * @param deferral the parts that are delivered later
     */
    public QueryTree(
            QueryGraph graph,
            Reachability reachability,
            SizeLimit limit,
            String rootType,
            Set<String> rootSubgraphs,
            List<NormalizedField> fields,
            Deferral deferral) {
        this.deferral = deferral;
        this.rootSubgraphs = rootSubgraphs;
        this.graph = graph;
        this.reachability = reachability;
        this.groups = new FieldGroups(graph, reachability);
        this.limit = limit;
        this.requiringMoves = new RequiringMoves(graph, reachability, limit);
        this.root = new QueryTreeNode(Optional.empty(), rootType, List.of(rootType), deferral);
        addMoves(root, 0);
        addClientFields(root, fields);
    }

    public QueryTreeNode root() {
        return root;
    }

    public Deferral deferral() {
        return deferral;
    }

    public QueryGraph graph() {
        return graph;
    }

    /** The leaves that the operation selects. */
    public List<QueryTreeField> leaves() {
        return List.copyOf(leaves);
    }

    /** Nodes of which only the existence is selected. */
    public List<QueryTreeNode> emptyNodes() {
        return emptyNodes;
    }

    /** Adds the moves by which the fetches of a part enter subgraphs at a node. */
    private void addMoves(QueryTreeNode node, int part) {
        if (!node.addPart(part)) {
            return;
        }
        if (node == root) {
            rootSubgraphs.forEach(subgraph ->
                    root.add(new RootMove(root, new GraphNode(subgraph, root.staticType(), FieldSet.EMPTY), part)));
            return;
        }
        groups.entityMoves(node).stream()
                .filter(this::isAllowed)
                .forEach(pattern -> node.add(new EntityMove(node, pattern, part)));
    }

    private void addClientFields(QueryTreeNode node, List<NormalizedField> fields) {
        if (!deferral.isEmpty()) {
            // before any field is added, whose candidates are those of the node at that time
            fields.forEach(field -> addMoves(node, field.part()));
        }
        boolean needsTypename = false;
        for (NormalizedField field : fields) {
            if (field.isIntrospection()
                    || field.isTypename() && node.parentField().isEmpty()) {
                continue;
            }
            needsTypename |= !field.forAllTypes();
            if (!field.positions().isEmpty()) {
                node.setOrdersByType();
            }
            addClientField(node, field);
        }
        if (needsTypename && node.hasManyTypes()) {
            leaves.addAll(typenames(node));
        }
        if (fields.isEmpty() && node.parentField().isPresent()) {
            emptyNodes.add(node);
        }
    }

    private void addClientField(QueryTreeNode node, NormalizedField field) {
        if (field.isTypename()) {
            typenames(node).stream()
                    .filter(leaf -> leaf.objectTypes().stream().anyMatch(field.objectTypes()::contains))
                    .forEach(leaves::add);
            return;
        }
        ObjectTypes objectTypes = ObjectTypes.of(field.objectTypes());
        List<QueryTreeField> added = addField(
                node,
                field.mergedKey(),
                field.name(),
                field.arguments(),
                field.occurrences(),
                field.type(),
                objectTypes,
                new Source(field.part(), isFromAnyPart(node, field)));
        UniformCandidates.require(groups, node, added, field.name(), objectTypes);
        for (QueryTreeField group : added) {
            if (group.child().isPresent() && !group.isVacuous()) {
                addClientFields(group.child().get(), field.fields());
            } else {
                leaves.add(group);
            }
        }
    }

    /** Whether a deferred field is part of a key, which the fetches before it select anyway. */
    private boolean isFromAnyPart(QueryTreeNode node, NormalizedField field) {
        if (field.part() == node.part()) {
            return node.parentField().filter(QueryTreeField::isFromAnyPart).isPresent();
        }
        return field.objectTypes().stream().anyMatch(type -> graph.supergraph().subgraphs().keySet().stream()
                .flatMap(subgraph -> graph.keyEdges(subgraph, type).stream())
                .flatMap(edge -> edge.key().parts().stream())
                .anyMatch(
                        part -> part instanceof FieldSet.Field key && key.name().equals(field.name())));
    }

    private List<QueryTreeField> typenames(QueryTreeNode node) {
        return internalFields(
                node, node.objectTypes(), "__typename", List.of(), TYPENAME, new Source(node.part(), true));
    }

    /** The {@code __typename} field for objects of one type. */
    public QueryTreeField typename(QueryTreeNode node, String objectType) {
        return node.field(objectType, "__typename", List.of(), node.part()).orElseGet(() -> {
            typenames(node);
            return node.field(objectType, "__typename", List.of(), node.part()).orElseThrow();
        });
    }

    /**
     * A field that a key or requirement needs for objects of {@code objectType}. Shared with the client's field if that selects the same.
     *
     * @param scope all object types that need the field
     * @param use what needs it
     */
    public QueryTreeField internalField(
            QueryTreeNode node, List<String> scope, String objectType, FieldSet.Field field, InputUse use) {
        Optional<QueryTreeField> present = node.field(objectType, field.name(), field.arguments(), use.part());
        if (present.isPresent()) {
            return present.get();
        }
        if (field.name().equals("__typename")) {
            return typename(node, objectType);
        }
        TypeRef type = fieldType(objectType, field.name())
                .orElseThrow(() -> new PlanningException(
                        Code.UNREACHABLE_FIELD,
                        "The supergraph is inconsistent: a key or requirement selects " + objectType + "."
                                + field.name() + ", which does not exist. Compose it again."));
        addMoves(node, use.part());
        Source source = use.isKey() ? new Source(node.part(), true) : new Source(use.part(), false);
        internalFields(node, scope, field.name(), field.arguments(), type, source);
        return node.field(objectType, field.name(), field.arguments(), use.part())
                .orElseThrow();
    }

    private List<QueryTreeField> internalFields(
            QueryTreeNode node,
            List<String> scope,
            String name,
            List<Argument> arguments,
            TypeRef type,
            Source source) {
        List<String> missing = scope.stream()
                .filter(objectType -> name.equals("__typename")
                        || fieldType(objectType, name).filter(type::equals).isPresent())
                .filter(objectType ->
                        node.field(objectType, name, arguments, source.part()).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            addField(
                    node,
                    internalKey(node, name, arguments),
                    name,
                    arguments,
                    List.of(),
                    type,
                    ObjectTypes.of(missing),
                    source);
        }
        return node.fieldsNamed(name).stream()
                .filter(field -> field.is(name, arguments))
                .toList();
    }

    private Optional<TypeRef> fieldType(String objectType, String field) {
        return graph.supergraph()
                .type(objectType)
                .flatMap(type -> type.field(field))
                .map(definition -> definition.type());
    }

    /** The field's own name, or a new key if another field has taken that. */
    private static String internalKey(QueryTreeNode node, String name, List<Argument> arguments) {
        String key = name;
        int number = 0;
        while (isTaken(node, key, name, arguments)) {
            key = "_" + number + "_" + name;
            number++;
        }
        return key;
    }

    private static boolean isTaken(QueryTreeNode node, String key, String name, List<Argument> arguments) {
        return node.fieldsUnder(key).stream().anyMatch(field -> !field.is(name, arguments));
    }

    /** Adds a field, split into groups of object types that are resolved alike. */
    private List<QueryTreeField> addField(
            QueryTreeNode node,
            String mergedKey,
            String name,
            List<Argument> arguments,
            List<Occurrence> occurrences,
            TypeRef type,
            ObjectTypes objectTypes,
            Source source) {
        List<QueryTreeField> added = new ArrayList<>();
        for (FieldGroups.Group group : groups.of(node, name, objectTypes)) {
            limit.add(group.resolutions().size());
            QueryTreeField field = new QueryTreeField(
                    node, mergedKey, name, arguments, occurrences, type, group.objectTypes(), source);
            node.add(field);
            addCandidates(field, group.resolutions());
            addChild(field);
            added.add(field);
        }
        return added;
    }

    private void addCandidates(QueryTreeField field, List<FieldResolution> signature) {
        Set<String> requiringSubgraphs = new LinkedHashSet<>();
        List<PathCandidate> candidates = List.copyOf(field.node().candidates());
        for (int i = 0; i < signature.size(); i++) {
            PathCandidate candidate = candidates.get(i);
            switch (signature.get(i)) {
                case FieldResolution.Unavailable ignored -> {}
                case FieldResolution.Impossible ignored -> field.vacuousIn().add(candidate);
                case FieldEdge edge -> {
                    if (!edge.hasRequirements()) {
                        if (field.accepts(candidate)) {
                            field.candidates().put(candidate, edge);
                        }
                    } else if (requiringSubgraphs.add(candidate.subgraph())) {
                        requiringMoves.add(field, candidate, edge);
                    }
                }
            }
        }
        if (field.candidates().isEmpty() && field.part() > 0) {
            addEarlierCandidates(field, signature, candidates);
        }
        boolean isMutation = field.objectTypes().stream()
                .anyMatch(type -> graph.rootKind(type).equals(Optional.of(OperationKind.MUTATION)));
        if (isMutation && field.node().parentField().isPresent()) {
            field.keepFirstCandidate();
        }
    }

    /** Where a part has no way of its own to a field, an earlier part fetches it. */
    private void addEarlierCandidates(
            QueryTreeField field, List<FieldResolution> signature, List<PathCandidate> candidates) {
        for (int i = 0; i < signature.size(); i++) {
            PathCandidate candidate = candidates.get(i);
            if (signature.get(i) instanceof FieldEdge edge
                    && !edge.hasRequirements()
                    && deferral.precedes(candidate.part(), field.part())) {
                field.candidates().put(candidate, edge);
            }
        }
    }

    private void addChild(QueryTreeField field) {
        String typeName = field.type().namedType();
        SupergraphType type = graph.supergraph().types().get(typeName);
        if (type == null || !type.kind().isComposite()) {
            return;
        }
        QueryTreeNode child = new QueryTreeNode(Optional.of(field), typeName, objectTypes(type), deferral);
        field.candidates()
                .forEach((candidate, edge) -> child.add(new FieldMove(
                        child,
                        candidate,
                        field,
                        new GraphNode(candidate.subgraph(), edge.type().namedType(), edge.provided()))));
        addMoves(child, field.part());
        field.setChild(child);
    }

    /** The mutation type is entered again only within a mutation. */
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

    @Override
    public String toString() {
        return QueryTreePrinter.print(this);
    }
}
