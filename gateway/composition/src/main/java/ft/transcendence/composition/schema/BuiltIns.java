package ft.transcendence.composition.schema;

import java.util.Set;

/** What every schema has without defining it (GraphQL specification, sections 3.5 and 3.13). */
public final class BuiltIns {
    private static final Set<String> SCALARS = Set.of("Int", "Float", "String", "Boolean", "ID");
    private static final Set<String> DIRECTIVES = Set.of("skip", "include", "deprecated", "specifiedBy", "oneOf");

    /** The default of {@code @deprecated(reason:)}. */
    public static final String DEFAULT_DEPRECATION_REASON = "No longer supported";

    private BuiltIns() {}

    public static boolean isScalar(String type) {
        return SCALARS.contains(type);
    }

    public static boolean isDirective(String name) {
        return DIRECTIVES.contains(name);
    }
}
