package ft.transcendence.federation.planner.tree;

import ft.transcendence.federation.operation.ObjectTypes;
import ft.transcendence.federation.plan.selection.Argument;
import ft.transcendence.federation.plan.selection.Occurrence;
import ft.transcendence.federation.planner.graph.FieldResolution.FieldEdge;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field of a query tree node, selected by the client or needed as an input of a fetch: an edge of the query tree. Its object types are
 * ones that no subgraph tells apart: a candidate that resolves it for one of them resolves it for all.
 */
public final class QueryTreeField {
    private final QueryTreeNode node;
    private final String mergedKey;
    private final String name;
    private final List<Argument> arguments;
    private final List<Occurrence> occurrences;
    private final TypeRef type;
    private final ObjectTypes objectTypes;
    private final int part;
    private final boolean fromAnyPart;
    private final Map<PathCandidate, FieldEdge> candidates = new LinkedHashMap<>();
    private final List<PathCandidate> vacuousIn = new ArrayList<>();
    private Optional<QueryTreeNode> child = Optional.empty();

    QueryTreeField(
            QueryTreeNode node,
            String mergedKey,
            String name,
            List<Argument> arguments,
            List<Occurrence> occurrences,
            TypeRef type,
            List<String> objectTypes,
            Source source) {
        this.node = node;
        this.mergedKey = mergedKey;
        this.name = name;
        this.arguments = List.copyOf(arguments);
        this.occurrences = List.copyOf(occurrences);
        this.type = type;
        this.objectTypes = ObjectTypes.of(objectTypes);
        this.part = source.part();
        this.fromAnyPart = source.anyPart();
    }

    /**
     * Which fetches may resolve a field.
     *
     * @param part the part of the response that needs it
     * @param anyPart whether fetches of other parts, which come before, may resolve it, as they do for keys
     */
    record Source(int part, boolean anyPart) {}

    /** The part of the response that the field is for; 0 is the primary part. */
    public int part() {
        return part;
    }

    /** Whether fetches of any part may resolve it, if they come before. */
    boolean isFromAnyPart() {
        return fromAnyPart;
    }

    /** Whether a candidate belongs to the right part. */
    boolean accepts(PathCandidate candidate) {
        return fromAnyPart || candidate.part() == part;
    }

    public QueryTreeNode node() {
        return node;
    }

    public String mergedKey() {
        return mergedKey;
    }

    public String name() {
        return name;
    }

    public List<Argument> arguments() {
        return arguments;
    }

    /** How often the client wrote it, and with which directives; empty for once without directives. */
    public List<Occurrence> occurrences() {
        return occurrences;
    }

    /** Whether it is this field without directives, so that its value is the subgraph's own. */
    boolean is(String otherName, List<Argument> otherArguments) {
        return occurrences.isEmpty() && name.equals(otherName) && arguments.equals(otherArguments);
    }

    /** The type in the supergraph. */
    public TypeRef type() {
        return type;
    }

    public int listDepth() {
        return type.listDepth();
    }

    public ObjectTypes objectTypes() {
        return objectTypes;
    }

    /** The path candidates that can resolve the field, each with the edge it takes. */
    public Map<PathCandidate, FieldEdge> candidates() {
        return candidates;
    }

    /** The candidates whose objects never have the field's object types, so that there is nothing to resolve. */
    public List<PathCandidate> vacuousIn() {
        return vacuousIn;
    }

    /** Whether no object of the field's types can occur, so that nothing below it has to be resolved. */
    public boolean isVacuous() {
        return candidates.isEmpty() && !vacuousIn.isEmpty();
    }

    /** Removes a candidate. */
    void forget(PathCandidate candidate) {
        candidates.remove(candidate);
        vacuousIn.remove(candidate);
        child.ifPresent(node -> node.forgetFieldMovesOf(candidate));
    }

    /** Keeps a single candidate, because a mutation must not run twice. */
    void keepFirstCandidate() {
        List.copyOf(candidates.keySet()).stream().skip(1).forEach(candidates::remove);
    }

    /** The node of its value; empty for a leaf. */
    public Optional<QueryTreeNode> child() {
        return child;
    }

    void setChild(QueryTreeNode child) {
        this.child = Optional.of(child);
    }

    public boolean isTypename() {
        return name.equals("__typename");
    }

    /** Whether objects of other types have a different field under the same merged key. */
    public boolean sharesItsKey() {
        List<QueryTreeField> sharing = node.fieldsUnder(mergedKey);
        return sharing.size() > 1 && sharing.stream().anyMatch(other -> !other.objectTypes.equals(objectTypes));
    }

    @Override
    public String toString() {
        return (node.parentField().isEmpty() ? "" : node.path() + ".") + mergedKey;
    }
}
