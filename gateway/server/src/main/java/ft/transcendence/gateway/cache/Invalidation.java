package ft.transcendence.gateway.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What becomes invalid: everything of a subgraph, all entities of a type, one entity, or what a subgraph has given a tag. The type
 * {@code Query} stands for all responses of root fields.
 */
public record Invalidation(String tag) {
    private static final int MOST = 1_000;
    /** The longest tag. */
    static final int LONGEST = 1_024;

    /**
     * Reads what a request asks for: an object or a list of them, with {@code subgraph}, {@code type}, {@code type} and {@code key}, or
     * {@code tag}.
     *
     * @throws IllegalArgumentException with a message for the caller
     */
    public static List<Invalidation> of(@Nullable Object json) {
        List<?> given = json instanceof List<?> list ? list : json == null ? List.of() : List.of(json);
        if (given.isEmpty() || given.size() > MOST) {
            throw new IllegalArgumentException("Expected one object, or a list of 1 to " + MOST);
        }
        List<Invalidation> all = new ArrayList<>(given.size());
        given.forEach(one -> all.add(ofOne(one)));
        return all;
    }

    private static Invalidation ofOne(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> members)) {
            throw unclear();
        }
        Set<?> names = members.keySet();
        String tag;
        if (names.equals(Set.of("subgraph"))) {
            tag = CacheTags.ofSubgraph(text(members.get("subgraph")));
        } else if (names.equals(Set.of("type"))) {
            tag = CacheTags.ofType(text(members.get("type")));
        } else if (names.equals(Set.of("type", "key"))) {
            tag = CacheTags.ofEntity(text(members.get("type")), key(members.get("key")));
        } else if (names.equals(Set.of("tag"))) {
            tag = CacheTags.named(text(members.get("tag")));
        } else {
            throw unclear();
        }
        if (tag.length() > LONGEST) {
            throw new IllegalArgumentException("Nothing longer than " + LONGEST + " characters can be kept");
        }
        return new Invalidation(tag);
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw unclear();
    }

    private static Map<String, @Nullable Object> key(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> fields) || fields.isEmpty()) {
            throw unclear();
        }
        Map<String, @Nullable Object> key = new TreeMap<>();
        fields.forEach((name, field) -> key.put(String.valueOf(name), field));
        return key;
    }

    private static IllegalArgumentException unclear() {
        return new IllegalArgumentException(
                "Expected {\"subgraph\": …}, {\"type\": …}, {\"type\": …, \"key\": {…}} or {\"tag\": …}");
    }
}
