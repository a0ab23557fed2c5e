package ft.transcendence.federation.differential;

import ft.transcendence.federation.subgraphs.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A position in a JSON value: a member of an object or an item of a list. */
final class JsonPosition {

    private final Object container;
    private final Object key;

    private JsonPosition(Object container, Object key) {
        this.container = container;
        this.key = key;
    }

    /** All positions below a value, outer ones first. */
    static List<JsonPosition> below(@Nullable Object value) {
        List<JsonPosition> positions = new ArrayList<>();
        collect(value, positions);
        return positions;
    }

    private static void collect(@Nullable Object value, List<JsonPosition> positions) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> {
                positions.add(new JsonPosition(map, name));
                collect(member, positions);
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                positions.add(new JsonPosition(list, i));
                collect(list.get(i), positions);
            }
        }
    }

    boolean isMember(String name) {
        return name.equals(key);
    }

    @Nullable Object get() {
        return container instanceof Map<?, ?> map
                ? map.get(key)
                : Json.items(container).get((Integer) key);
    }

    void set(@Nullable Object value) {
        if (key instanceof String name) {
            Json.fields(container).put(name, value);
        } else {
            Json.items(container).set((Integer) key, value);
        }
    }

    /** Removes a member from its object; an item of a list stays. */
    void removeMember() {
        if (key instanceof String name) {
            Json.fields(container).remove(name);
        }
    }
}
