package ft.transcendence.gateway.cache;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What becomes invalid: everything of a subgraph, all entities of a type, one entity, or what its subgraph has given a tag. The type
 * {@code Query} stands for all responses of root fields.
 */
record Invalidation(String tag) {
    /** The longest tag. */
    static final int LONGEST = 1_024;

    private static final String EXPECTED =
            "Expected one of: subgraph; type; type and key, such as \"{\\\"id\\\": 1}\"; tag";

    /**
     * Reads what somebody asks for.
     *
     * @param request its members: {@code subgraph}, {@code type}, {@code type} and {@code key}, or {@code tag}. A key is an object, or
     *     text with the JSON of one, because the actuator passes nothing but text
     * @throws IllegalArgumentException with a message for whoever asks
     */
    static Invalidation of(Map<String, ?> request) {
        Set<String> names = request.keySet();
        String tag;
        if (names.equals(Set.of("subgraph"))) {
            tag = CacheTags.ofSubgraph(text(request.get("subgraph")));
        } else if (names.equals(Set.of("type"))) {
            tag = CacheTags.ofType(text(request.get("type")));
        } else if (names.equals(Set.of("type", "key"))) {
            tag = CacheTags.ofEntity(text(request.get("type")), key(request.get("key")));
        } else if (names.equals(Set.of("tag"))) {
            tag = CacheTags.named(text(request.get("tag")));
        } else {
            throw new IllegalArgumentException(EXPECTED);
        }
        if (tag.length() > LONGEST) {
            throw new IllegalArgumentException("Nothing with a name of more than " + LONGEST + " characters is kept");
        }
        return new Invalidation(tag);
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new IllegalArgumentException(EXPECTED);
    }

    private static Map<String, @Nullable Object> key(@Nullable Object value) {
        if (!((value instanceof String json ? parsed(json) : value) instanceof Map<?, ?> fields) || fields.isEmpty()) {
            throw new IllegalArgumentException(EXPECTED);
        }
        Map<String, @Nullable Object> key = new TreeMap<>();
        fields.forEach((name, field) -> key.put(String.valueOf(name), field));
        return key;
    }

    private static @Nullable Object parsed(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try {
            return Json.value(bytes, 0, bytes.length);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException(EXPECTED, malformed);
        }
    }
}
