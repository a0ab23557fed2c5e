package ft.transcendence.federation.operation;

import ft.transcendence.federation.plan.selection.Argument;
import ft.transcendence.federation.plan.selection.Occurrence;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.List;

/**
 * A field of the response. Fields of one selection set with the same response key have disjoint {@code objectTypes}, so an
 * object of a known runtime type has at most one field per response key.
 *
 * @param responseKey the client's key in the response
 * @param name the field's name in the consumer schema; {@code __typename} for any alias of it
 * @param arguments as written, sorted by name, defaults not filled in
 * @param occurrences how often it is written and with which directives for subgraphs; empty for once without any
 * @param type the field's type in the consumer schema
 * @param composite whether the type has fields: false for scalars and enums
 * @param objectTypes the object types for whose objects the field is asked, sorted
 * @param positions by object type, where in its response the field stands among its siblings: the specification's order, which
 *     type conditions can make differ between types; empty where siblings stand in the order of their list for all types
 * @param forAllTypes true when these are all object types that the parent may have, so its runtime type need not be known
 * @param fields empty for a leaf, and for an object of which nothing is left to ask
 */
public record NormalizedField(
        String responseKey,
        String name,
        List<Argument> arguments,
        List<Occurrence> occurrences,
        TypeRef type,
        boolean composite,
        List<String> objectTypes,
        List<Integer> positions,
        boolean forAllTypes,
        List<NormalizedField> fields) {
    /** The merged key of a field that a client calls {@code __typename}, the key under which plans keep the type. */
    static final String CALLED_TYPENAME = "_0___typename";

    public NormalizedField {
        arguments = List.copyOf(arguments);
        occurrences = List.copyOf(occurrences);
        objectTypes = ObjectTypes.of(objectTypes);
        positions = List.copyOf(positions);
        fields = List.copyOf(fields);
    }

    /** Where the field stands in the response for an object of this type; only for one of {@link #objectTypes}. */
    public int position(String objectType) {
        return positions.isEmpty() ? 0 : positions.get(objectTypes.indexOf(objectType));
    }

    /** This field for some of its object types, not for all that the parent may have, and with other fields below. */
    public NormalizedField forTypes(List<String> types, List<NormalizedField> below) {
        List<Integer> positionsHere = positions.isEmpty()
                ? positions
                : types.stream().map(this::position).toList();
        return new NormalizedField(
                responseKey, name, arguments, occurrences, type, composite, types, positionsHere, false, below);
    }

    NormalizedField withPositions(List<Integer> other) {
        return new NormalizedField(
                responseKey, name, arguments, occurrences, type, composite, objectTypes, other, forAllTypes, fields);
    }

    /** This field with other fields below. */
    public NormalizedField withFields(List<NormalizedField> below) {
        return new NormalizedField(
                responseKey, name, arguments, occurrences, type, composite, objectTypes, positions, forAllTypes, below);
    }

    /** The field's key in the plan, which is the client's but for one. */
    public String mergedKey() {
        return responseKey.equals("__typename") && !isTypename() ? CALLED_TYPENAME : responseKey;
    }

    public boolean isTypename() {
        return name.equals("__typename");
    }

    /** {@code __schema} or {@code __type}: answered from the consumer schema, never planned; has no sub-fields here. */
    public boolean isIntrospection() {
        return name.equals("__schema") || name.equals("__type");
    }
}
