package ft.transcendence.federation.planner.tree;

import ft.transcendence.federation.operation.Deferral;
import ft.transcendence.federation.operation.ObjectTypes;
import ft.transcendence.federation.plan.input.MergePath;
import ft.transcendence.federation.plan.input.PathSegment;
import ft.transcendence.federation.plan.selection.Argument;
import ft.transcendence.federation.planner.graph.GraphNode;
import ft.transcendence.federation.planner.tree.PathCandidate.DirectMove;
import ft.transcendence.federation.planner.tree.PathCandidate.FieldMove;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A node of the query tree: the objects at one position of the response, either the root or the value of a field. */
public final class QueryTreeNode {
    private final Optional<QueryTreeField> parentField;
    private final String staticType;
    private final ObjectTypes objectTypes;
    private final int depth;
    private final Deferral deferral;
    private final List<PathCandidate> candidates = new ArrayList<>();
    private final List<DirectMove> directMoves = new ArrayList<>();
    private final List<QueryTreeField> fields = new ArrayList<>();
    private final Map<String, List<QueryTreeField>> fieldsByName = new HashMap<>();
    private final Map<String, List<QueryTreeField>> fieldsByKey = new HashMap<>();
    private final Set<Integer> partsWithMoves = new HashSet<>();
    private boolean ordersByType;
    private FieldGroups.@Nullable Shape shape;

    QueryTreeNode(
            Optional<QueryTreeField> parentField, String staticType, List<String> objectTypes, Deferral deferral) {
        this.deferral = deferral;
        this.parentField = parentField;
        this.staticType = staticType;
        this.objectTypes = ObjectTypes.of(objectTypes);
        this.depth = parentField.map(field -> field.node().depth + 1).orElse(0);
    }

    /** The part of the response that the objects belong to. */
    public int part() {
        return parentField.map(QueryTreeField::part).orElse(0);
    }

    /** Records that the node has moves into subgraphs for a part. Returns false if it had them before. */
    boolean addPart(int part) {
        return partsWithMoves.add(part);
    }

    /** The number of fields above it. */
    public int depth() {
        return depth;
    }

    /** The field whose value this is; empty at the root. */
    public Optional<QueryTreeField> parentField() {
        return parentField;
    }

    public String staticType() {
        return staticType;
    }

    /** The object types that the objects may have, sorted. */
    public ObjectTypes objectTypes() {
        return objectTypes;
    }

    /** Whether an object's type is known only from its {@code __typename}. */
    public boolean hasManyTypes() {
        return objectTypes.size() > 1;
    }

    /** Whether the order of the response's fields depends on an object's type. {@code __typename} is then selected wherever it is free. */
    public boolean ordersByType() {
        return ordersByType;
    }

    void setOrdersByType() {
        ordersByType = true;
    }

    /** All path candidates, direct moves first. */
    public List<PathCandidate> candidates() {
        return Collections.unmodifiableList(candidates);
    }

    public List<QueryTreeField> fields() {
        return Collections.unmodifiableList(fields);
    }

    /** The shape it shares with other nodes; computed on demand, and again when its candidates change. */
    FieldGroups.Shape shape(Supplier<FieldGroups.Shape> find) {
        if (shape == null) {
            shape = find.get();
        }
        return shape;
    }

    void add(PathCandidate candidate) {
        shape = null;
        candidates.add(candidate);
        if (candidate instanceof DirectMove direct) {
            directMoves.add(direct);
        }
    }

    void forgetFieldMovesOf(PathCandidate parent) {
        Predicate<PathCandidate> continuesParent =
                candidate -> candidate instanceof FieldMove fieldMove && fieldMove.parent() == parent;
        shape = null;
        candidates.removeIf(continuesParent);
        directMoves.removeIf(continuesParent);
    }

    void add(QueryTreeField field) {
        fields.add(field);
        fieldsByName.computeIfAbsent(field.name(), ignored -> new ArrayList<>()).add(field);
        fieldsByKey
                .computeIfAbsent(field.mergedKey(), ignored -> new ArrayList<>())
                .add(field);
    }

    /** The fields whose value lands under a merged key; several where the field depends on the object's type. */
    List<QueryTreeField> fieldsUnder(String mergedKey) {
        return fieldsByKey.getOrDefault(mergedKey, List.of());
    }

    /** The fields with this name and any arguments. */
    List<QueryTreeField> fieldsNamed(String name) {
        return fieldsByName.getOrDefault(name, List.of());
    }

    /** The candidates that are not entity moves from this node. */
    public List<PathCandidate> directMoves() {
        return Collections.unmodifiableList(directMoves);
    }

    /** The graph nodes of the direct moves. */
    List<GraphNode> directGraphNodes() {
        return directMoves.stream().map(DirectMove::graphNode).distinct().toList();
    }

    /** Whether objects of the same types come from the same graph nodes. */
    boolean isReachedLike(QueryTreeNode other) {
        return objectTypes.equals(other.objectTypes) && directGraphNodes().equals(other.directGraphNodes());
    }

    boolean isBelow(QueryTreeNode other) {
        Optional<QueryTreeField> above = parentField;
        while (above.isPresent()) {
            if (above.get().node() == other) {
                return true;
            }
            above = above.get().node().parentField;
        }
        return false;
    }

    /**
     * The field with this name and these arguments, without directives, for objects of this type, if it has been added.
     *
     * @param part the part of the response that needs it
     */
    public Optional<QueryTreeField> field(String objectType, String name, List<Argument> arguments, int part) {
        return fieldsNamed(name).stream()
                .filter(field -> field.is(name, arguments)
                        && field.objectTypes().contains(objectType)
                        && deferral.precedes(field.part(), part))
                .findFirst();
    }

    /** The path from the root of the merged tree. */
    public MergePath path() {
        if (parentField.isEmpty()) {
            return MergePath.root();
        }
        QueryTreeField field = parentField.get();
        MergePath path = field.node().path();
        if (field.sharesItsKey()) {
            path = path.then(new PathSegment.TypeCondition(field.objectTypes()));
        }
        path = path.then(new PathSegment.Key(field.mergedKey()));
        for (int i = 0; i < field.listDepth(); i++) {
            path = path.then(new PathSegment.EachItem());
        }
        return path;
    }

    @Override
    public String toString() {
        return parentField.isEmpty() ? "the root" : path().toString();
    }
}
