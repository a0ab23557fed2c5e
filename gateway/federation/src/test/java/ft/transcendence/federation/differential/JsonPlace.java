package ft.transcendence.federation.differential;

import ft.transcendence.federation.subgraphs.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place inside a JSON value: a member of an object or an item of a list. */
final class JsonPlace {

    private final Object container;
    private final Object key;

    private JsonPlace(Object container, Object key) {
        this.container = container;
        this.key = key;
    }

    /** All places below a value, outer ones first. */
    static List<JsonPlace> below(@Nullable Object value) {
        List<JsonPlace> places = new ArrayList<>();
        collect(value, places);
        return places;
    }

    private static void collect(@Nullable Object value, List<JsonPlace> places) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> {
                places.add(new JsonPlace(map, name));
                collect(member, places);
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                places.add(new JsonPlace(list, i));
                collect(list.get(i), places);
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

    /** Takes a member out of its object; an item of a list stays. */
    void removeMember() {
        if (key instanceof String name) {
            Json.fields(container).remove(name);
        }
    }
}
