package ft.transcendence.composition.schema;

import ft.transcendence.federation.OperationKind;
import java.util.Set;

/** What every schema has without defining it (GraphQL specification, sections 3.5 and 3.13). */
public final class BuiltIns {
    private static final Set<String> SCALARS = Set.of("Int", "Float", "String", "Boolean", "ID");
    private static final Set<String> DIRECTIVES = Set.of("skip", "include", "deprecated", "specifiedBy", "oneOf");
    private static final Set<String> INCREMENTAL_DELIVERY = Set.of("defer", "stream");

    /** The default of {@code @deprecated(reason:)}. */
    public static final String DEFAULT_DEPRECATION_REASON = "No longer supported";

    private BuiltIns() {}

    /** The name that a root type has by default (section 3.3.1). */
    public static String rootName(OperationKind kind) {
        return switch (kind) {
            case QUERY -> "Query";
            case MUTATION -> "Mutation";
            case SUBSCRIPTION -> "Subscription";
        };
    }

    /** Whether it is a directive by which clients ask for a response in parts: gateways define it themselves if they support it. */
    public static boolean isIncrementalDelivery(String directive) {
        return INCREMENTAL_DELIVERY.contains(directive);
    }

    public static boolean isScalar(String type) {
        return SCALARS.contains(type);
    }

    public static boolean isDirective(String name) {
        return DIRECTIVES.contains(name);
    }
}
