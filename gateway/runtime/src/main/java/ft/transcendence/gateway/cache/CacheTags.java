package ft.transcendence.gateway.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    static List<String> ofRepresentation(Map<?, ?> representation, String type, Map<String, Set<String>> keyFields) {
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

    /** All tags of a value; null if some are not known, or too long, so that the value must not be kept. */
    static @Nullable List<String> of(List<String> own, List<String> bySupergraph, @Nullable List<String> bySubgraph) {
        if (bySubgraph == null) {
            return null;
        }
        List<String> all = new ArrayList<>(own);
        all.addAll(bySupergraph);
        all.addAll(bySubgraph);
        return all.stream().anyMatch(tag -> tag.length() > Invalidation.LONGEST) ? null : List.copyOf(all);
    }
}
