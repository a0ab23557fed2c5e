package ft.transcendence.federation.operation;

import ft.transcendence.federation.plan.selection.Argument;
import ft.transcendence.federation.plan.selection.Occurrence;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.List;

/**
 * A field of the response. Fields of one selection set with the same response key have disjoint {@code objectTypes}, so an
 * object of a known runtime type has at most one field per response key.
 *
 * @param responseKey the key in the client's response
 * @param name the field's name in the consumer schema; {@code __typename} for any alias of it
 * @param arguments as written and sorted by name, without defaults
 * @param occurrences how often the field is written, and with which directives for subgraphs; empty if it is written once without any
 * @param type the field's type in the consumer schema
 * @param composite whether the type has fields: false for scalars and enums
 * @param objectTypes the object types whose objects the field is selected of, sorted
 * @param positions by object type, the position of the field among its siblings in the response, in the specification's order. Type conditions can
 *     make it differ between types; empty if the order of the list is right for all types
 * @param forAllTypes whether these are all object types that the parent can have, so that its runtime type is not needed
 * @param deferred in which parts of an incremental response the field is delivered
 * @param fields empty for a leaf, and for an object without fields to select
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
        DeferredField deferred,
        List<NormalizedField> fields) {
    /** The merged key of a field with the alias {@code __typename}, because plans use that key for the type. */
    static final String CALLED_TYPENAME = "_0___typename";

    public NormalizedField {
        arguments = List.copyOf(arguments);
        occurrences = List.copyOf(occurrences);
        objectTypes = ObjectTypes.of(objectTypes);
        positions = List.copyOf(positions);
        fields = List.copyOf(fields);
    }

    /** The position of the field in the response for an object of this type, which must be one of {@link #objectTypes}. */
    public int position(String objectType) {
        return positions.isEmpty() ? 0 : positions.get(objectTypes.indexOf(objectType));
    }

    /** This field for some of its object types only, with other sub-fields. */
    public NormalizedField forTypes(List<String> types, List<NormalizedField> below) {
        List<Integer> positionsHere = positions.isEmpty()
                ? positions
                : types.stream().map(this::position).toList();
        return new NormalizedField(
                responseKey,
                name,
                arguments,
                occurrences,
                type,
                composite,
                types,
                positionsHere,
                false,
                deferred,
                below);
    }

    NormalizedField withPositions(List<Integer> other) {
        return new NormalizedField(
                responseKey,
                name,
                arguments,
                occurrences,
                type,
                composite,
                objectTypes,
                other,
                forAllTypes,
                deferred,
                fields);
    }

    /** This field with other sub-fields. */
    public NormalizedField withFields(List<NormalizedField> below) {
        return new NormalizedField(
                responseKey,
                name,
                arguments,
                occurrences,
                type,
                composite,
                objectTypes,
                positions,
                forAllTypes,
                deferred,
                below);
    }

    /** The number of the part that delivers the field; 0 is the primary part. */
    public int part() {
        return deferred.part();
    }

    /** This field and everything below it, delivered in one response. */
    NormalizedField undeferred() {
        List<NormalizedField> below =
                fields.stream().map(NormalizedField::undeferred).toList();
        return new NormalizedField(
                responseKey,
                name,
                arguments,
                occurrences,
                type,
                composite,
                objectTypes,
                positions,
                forAllTypes,
                DeferredField.NONE,
                below);
    }

    /** The key of the field in the plan: its response key, except for {@code __typename}. */
    public String mergedKey() {
        return responseKey.equals("__typename") && !isTypename() ? CALLED_TYPENAME : responseKey;
    }

    public boolean isTypename() {
        return name.equals("__typename");
    }

    /** Whether it is {@code __schema} or {@code __type}, which are resolved from the consumer schema. They are not planned and have no sub-fields here. */
    public boolean isIntrospection() {
        return name.equals("__schema") || name.equals("__type");
    }
}
