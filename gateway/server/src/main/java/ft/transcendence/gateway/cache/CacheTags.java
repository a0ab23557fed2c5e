package ft.transcendence.gateway.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tags of kept values: what an invalidation can name. */
final class CacheTags {
    /** Tags that a subgraph may give one value; one with more is not kept, because it could not be invalidated reliably. */
    static final int MOST = 64;

    static final int LONGEST = 256;

    private CacheTags() {}

    static String ofSubgraph(String subgraph) {
        return "subgraph:" + subgraph;
    }

    static String ofType(String type) {
        return "type:" + type;
    }

    /** @param key values of key fields; a number and a string with the same digits are one value, as an {@code ID} is */
    static String ofEntity(String type, Map<String, ? extends @Nullable Object> key) {
        return "entity:" + type + text(key);
    }

    static String named(String tag) {
        return "tag:" + tag;
    }

    /** The tags of an entity: its type, and its key. */
    static List<String> ofRepresentation(byte[] body, int from, int to, Map<String, Set<String>> keyFields) {
        if (!(Json.value(body, from, to) instanceof Map<?, ?> representation)) {
            throw new IllegalArgumentException("A representation is an object");
        }
        String type = String.valueOf(representation.get("__typename"));
        Set<String> fields = keyFields.getOrDefault(type, Set.of());
        Map<String, @Nullable Object> key = new TreeMap<>();
        representation.forEach((name, value) -> {
            if (fields.contains(String.valueOf(name))) {
                key.put(String.valueOf(name), value);
            }
        });
        return List.of(ofType(type), ofEntity(type, key));
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object -> {
                Map<String, String> sorted = new TreeMap<>();
                object.forEach((name, member) -> sorted.put(String.valueOf(name), text(member)));
                yield sorted.toString();
            }
            case List<?> list -> list.stream().map(CacheTags::text).collect(Collectors.joining(",", "[", "]"));
            case null, default -> String.valueOf(value);
        };
    }

    /** The tags that a subgraph gives a value in the extensions of its response; null if it must not be kept. */
    static @Nullable List<String> given(@Nullable Object extension) {
        if (extension == null) {
            return List.of();
        }
        if (!(extension instanceof List<?> list) || list.size() > MOST) {
            return null;
        }
        List<String> tags = new ArrayList<>(list.size());
        for (Object tag : list) {
            if (!(tag instanceof String text) || text.length() > LONGEST) {
                return null;
            }
            tags.add(named(text));
        }
        return tags;
    }

    static List<String> concat(String first, List<String> second, List<String> third) {
        List<String> all = new ArrayList<>(1 + second.size() + third.size());
        all.add(Objects.requireNonNull(first));
        all.addAll(second);
        all.addAll(third);
        return List.copyOf(all);
    }
}
