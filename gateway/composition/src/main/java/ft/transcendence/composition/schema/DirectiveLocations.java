package ft.transcendence.composition.schema;

import java.util.Set;

/** The names of the places where directives can be (GraphQL specification, section 3.13). */
public final class DirectiveLocations {
    private static final Set<String> EXECUTABLE = Set.of(
            "QUERY",
            "MUTATION",
            "SUBSCRIPTION",
            "FIELD",
            "FRAGMENT_DEFINITION",
            "FRAGMENT_SPREAD",
            "INLINE_FRAGMENT",
            "VARIABLE_DEFINITION");
    private static final Set<String> TYPE_SYSTEM = Set.of(
            "SCHEMA",
            "SCALAR",
            "OBJECT",
            "FIELD_DEFINITION",
            "ARGUMENT_DEFINITION",
            "INTERFACE",
            "UNION",
            "ENUM",
            "ENUM_VALUE",
            "INPUT_OBJECT",
            "INPUT_FIELD_DEFINITION");

    private DirectiveLocations() {}

    public static boolean isLocation(String name) {
        return isExecutable(name) || TYPE_SYSTEM.contains(name);
    }

    /** Whether it is a place in operations. */
    public static boolean isExecutable(String name) {
        return EXECUTABLE.contains(name);
    }
}
