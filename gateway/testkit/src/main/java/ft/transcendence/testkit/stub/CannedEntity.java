package ft.transcendence.testkit.stub;

import ft.transcendence.testkit.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entity that a stub knows. */
record CannedEntity(String type, Map<String, ? extends @Nullable Object> values) {

    /** Whether the two agree in all fields that both have, and have at least one in common. */
    boolean isMeantBy(Map<String, @Nullable Object> representation) {
        List<String> common =
                representation.keySet().stream().filter(values::containsKey).toList();
        return !common.isEmpty()
                && common.stream().allMatch(field -> same(values.get(field), representation.get(field)));
    }

    /** A key is text in the representation, even if the test has it as a UUID. */
    private static boolean same(@Nullable Object canned, @Nullable Object represented) {
        return Json.same(canned, represented)
                || (canned != null && represented != null && canned.toString().equals(represented.toString()));
    }
}
