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
 * A field wanted at a place, by the client or as an input of a fetch. It is for object types that no subgraph tells apart:
 * whoever can give it for one of them can give it for all.
 */
public final class QueryTreeField {
    private final QueryTreeNode node;
    private final String mergedKey;
    private final String name;
    private final List<Argument> arguments;
    private final List<Occurrence> occurrences;
    private final TypeRef type;
    private final ObjectTypes objectTypes;
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
            List<String> objectTypes) {
        this.node = node;
        this.mergedKey = mergedKey;
        this.name = name;
        this.arguments = List.copyOf(arguments);
        this.occurrences = List.copyOf(occurrences);
        this.type = type;
        this.objectTypes = ObjectTypes.of(objectTypes);
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

    /** How often the client writes it and with which directives; empty for once without any. */
    public List<Occurrence> occurrences() {
        return occurrences;
    }

    /** Whether it is just this field: its value is what the subgraph has, not what a directive makes of it. */
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

    /** The sources that can give the field, and how. */
    public Map<PathCandidate, FieldEdge> candidates() {
        return candidates;
    }

    /** The sources whose objects never have the field's object types: there is nothing to give. */
    public List<PathCandidate> vacuousIn() {
        return vacuousIn;
    }

    /** True when no object of the field's types can be here, so that nothing below it has to be given. */
    public boolean isVacuous() {
        return candidates.isEmpty() && !vacuousIn.isEmpty();
    }

    /** Takes a source out of the ways to this field. */
    void forget(PathCandidate candidate) {
        candidates.remove(candidate);
        vacuousIn.remove(candidate);
        child.ifPresent(node -> node.forgetFieldMovesOf(candidate));
    }

    /** Leaves one way to it: what runs when it is asked must not run twice. */
    void keepFirstCandidate() {
        List.copyOf(candidates.keySet()).stream().skip(1).forEach(candidates::remove);
    }

    /** The place of its value; empty for a leaf. */
    public Optional<QueryTreeNode> child() {
        return child;
    }

    void setChild(QueryTreeNode child) {
        this.child = Optional.of(child);
    }

    public boolean isTypename() {
        return name.equals("__typename");
    }

    /** True when objects of other types have another field under the same merged key. */
    public boolean sharesItsKey() {
        return node.fieldsUnder(mergedKey).size() > 1;
    }

    @Override
    public String toString() {
        return (node.parentField().isEmpty() ? "" : node.path() + ".") + mergedKey;
    }
}
