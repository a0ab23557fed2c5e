package ft.transcendence.federation.planner.build;

import ft.transcendence.federation.supergraph.TypeRef;
import java.util.HashMap;
import java.util.Map;

/**
 * The response keys of one request. In GraphQL, fragments on different types may use one response key only for values of the same shape,
 * nested selections included. Where a subgraph's types differ, the later field gets an alias.
 */
final class ResponseKeys {
    /** By path of response keys, the shape of the value. */
    private final Map<String, String> shapes = new HashMap<>();

    /** The response key for a field that lands under {@code mergedKey}. */
    String keyFor(String parentPath, String mergedKey, TypeRef type, boolean composite) {
        String shape = shape(type, composite);
        String key = mergedKey;
        int number = 0;
        while (!shape.equals(shapes.computeIfAbsent(parentPath + "." + key, ignored -> shape))) {
            key = "_" + number + "_" + mergedKey;
            number++;
        }
        return key;
    }

    private static String shape(TypeRef type, boolean composite) {
        return composite ? type.toString().replace(type.namedType(), "") : type.toString();
    }
}
