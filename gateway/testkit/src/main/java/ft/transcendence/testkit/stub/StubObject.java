package ft.transcendence.testkit.stub;

import ft.transcendence.testkit.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An object of a stub.
 *
 * @param label tells it from its neighbours; generated values contain it
 * @param known the fields that are not generated
 */
record StubObject(String label, Map<String, ? extends @Nullable Object> known) {

    static final StubObject ROOT = new StubObject("", Map.of());

    /** The object that a data fetcher returned: a stub's own, or one from an answer. */
    static StubObject of(@Nullable Object source) {
        if (source instanceof StubObject object) {
            return object;
        }
        if (source instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> fields = Json.object(map);
            return new StubObject(labelOf(fields, List.of("id")), fields);
        }
        return ROOT;
    }

    /**
     * The first plain value, in the order of the fields' names.
     *
     * @param first the names of fields that come first
     */
    static String labelOf(Map<String, ? extends @Nullable Object> fields, List<String> first) {
        return Stream.concat(first.stream(), new TreeSet<>(fields.keySet()).stream())
                .filter(name -> !name.equals("__typename"))
                .flatMap(name -> Stream.ofNullable(fields.get(name)))
                .filter(value -> !(value instanceof Map || value instanceof Iterable))
                .map(Object::toString)
                .findFirst()
                .orElse("1");
    }

    /** The label of an item of a list below this object, counted from 1. */
    String itemLabel(int number) {
        return label.isEmpty() ? String.valueOf(number) : label + "-" + number;
    }

    /** The label of an object below this one. */
    String memberLabel() {
        return label.isEmpty() ? "1" : label;
    }
}
