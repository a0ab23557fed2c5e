package ft.transcendence.federation.differential;

import ft.transcendence.federation.IncrementalFormat;
import ft.transcendence.federation.subgraphs.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Merges the parts of an incremental response as clients do, and checks that they keep to the format. */
final class PartMerger {

    private final IncrementalFormat format;
    private final Map<String, List<@Nullable Object>> pending = new HashMap<>();
    private final List<@Nullable Object> errors = new ArrayList<>();
    private @Nullable Object data;
    private boolean hasNext = true;

    private PartMerger(IncrementalFormat format) {
        this.format = format;
    }

    /** The response that the parts amount to. */
    static Map<String, @Nullable Object> merge(IncrementalFormat format, List<String> parts) {
        PartMerger merger = new PartMerger(format);
        for (int i = 0; i < parts.size(); i++) {
            merger.add(Json.fields(Json.read(parts.get(i))), i == 0);
        }
        boolean single = parts.size() == 1 && !parts.getFirst().contains("\"hasNext\"");
        require(single || !merger.hasNext, "the last part announces another one");
        require(merger.pending.isEmpty(), "fragments are left: " + merger.pending);
        Map<String, @Nullable Object> response = new HashMap<>();
        response.put("data", merger.data);
        if (!merger.errors.isEmpty()) {
            response.put("errors", merger.errors);
        }
        return response;
    }

    private void add(Map<String, @Nullable Object> part, boolean first) {
        require(hasNext, "a part follows the last one");
        hasNext = !Boolean.FALSE.equals(part.get("hasNext"));
        if (first) {
            data = part.get("data");
            addErrors(part);
        }
        for (Map<String, @Nullable Object> entry : items(part, "pending")) {
            pending.put(id(entry), Json.items(entry.get("path")));
        }
        for (Map<String, @Nullable Object> entry : items(part, "incremental")) {
            addIncrement(entry);
        }
        for (Map<String, @Nullable Object> entry : items(part, "completed")) {
            require(pending.remove(id(entry)) != null, "unknown fragment " + entry);
            addErrors(entry);
        }
    }

    private void addIncrement(Map<String, @Nullable Object> entry) {
        addErrors(entry);
        List<@Nullable Object> path = new ArrayList<>();
        if (format == IncrementalFormat.PENDING) {
            List<@Nullable Object> base = pending.get(id(entry));
            require(base != null, "unknown fragment " + entry);
            path.addAll(base == null ? List.of() : base);
            path.addAll(entry.containsKey("subPath") ? Json.items(entry.get("subPath")) : List.of());
        } else {
            path.addAll(Json.items(entry.get("path")));
        }
        Object target = data;
        for (Object step : path) {
            if (target == null && format == IncrementalFormat.REPEATING) {
                // another fragment that selects the object too has delivered a null for it
                return;
            }
            target = step instanceof Number index
                    ? Json.items(target).get(index.intValue())
                    : Json.fields(target).get(String.valueOf(step));
        }
        require(target != null, "there is nothing at " + path);
        if (entry.get("data") != null) {
            mergeFields(Json.fields(target), Json.fields(entry.get("data")));
        }
    }

    private void mergeFields(Map<String, @Nullable Object> target, Map<String, @Nullable Object> more) {
        more.forEach((key, value) -> {
            require(
                    format == IncrementalFormat.REPEATING || !target.containsKey(key),
                    "the field " + key + " is delivered twice");
            target.put(key, merged(target.get(key), value));
        });
    }

    private @Nullable Object merged(@Nullable Object known, @Nullable Object more) {
        if (known instanceof Map<?, ?> && more instanceof Map<?, ?>) {
            mergeFields(Json.fields(known), Json.fields(more));
            return known;
        }
        if (known instanceof List<?> items && more instanceof List<?> others && items.size() == others.size()) {
            List<@Nullable Object> result = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                result.add(merged(items.get(i), others.get(i)));
            }
            return result;
        }
        return more;
    }

    private void addErrors(Map<String, @Nullable Object> entry) {
        if (entry.get("errors") instanceof List<?> list) {
            require(!list.isEmpty(), "empty errors");
            errors.addAll(list);
        }
    }

    private static String id(Map<String, @Nullable Object> entry) {
        return String.valueOf(entry.get("id"));
    }

    private static List<Map<String, @Nullable Object>> items(Map<String, @Nullable Object> part, String name) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        if (part.containsKey(name)) {
            Json.items(part.get(name)).forEach(item -> items.add(Json.fields(item)));
        }
        return items;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
