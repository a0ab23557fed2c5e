package ft.transcendence.composition.reader;

import java.util.Set;

/** Names that have a meaning of their own. */
final class TypeNames {
    private static final Set<String> INTROSPECTION = Set.of(
            "__Schema",
            "__Directive",
            "__DirectiveLocation",
            "__Type",
            "__Field",
            "__InputValue",
            "__EnumValue",
            "__TypeKind");
    /** The types of the operations by which gateways of Federation 1 read schemas and entities. */
    static final Set<String> FEDERATION_OPERATIONS = Set.of("_Any", "_Service", "_Entity");

    /** The fields of the root type for queries by which gateways read schemas and entities. */
    static final Set<String> FEDERATION_FIELDS = Set.of("_service", "_entities");

    private TypeNames() {}

    /** Whether GraphQL itself has the type: a schema that declares it, as schemas from introspection do, declares nothing. */
    static boolean isIntrospection(String name) {
        return INTROSPECTION.contains(name);
    }
}
