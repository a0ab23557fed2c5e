package ft.transcendence.federation.differential;

import ft.transcendence.federation.subgraphs.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data of all subgraphs together.
 *
 * <p>Its text is {@code {"objects": {Type: {id: {field: value}}}, "roots": {Query: {field: value}}}}. A value is JSON, a list, a value
 * object {@code {"__typename": …, field: value}}, a reference to an entity {@code {"$ref": [Type, id]}} or the object of the query type
 * {@code {"$root": …}}.
 */
final class MergedData {

    /**
     * An object.
     *
     * @param type its object type in the consumer schema
     * @param fields values before arguments and requirements are applied and before references are followed
     */
    record Instance(String type, Map<String, @Nullable Object> fields) {
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        /** Whether the subgraph does not have this entity and therefore returns null for it. */
        boolean isMissingIn(String subgraph) {
            return fields.get("$missingIn") instanceof List<?> names && names.contains(subgraph);
        }

        /** Whether the subgraph returns null for this field, whatever others return. */
        boolean isNullIn(String subgraph, String field) {
            return fields.get("$nullIn") instanceof Map<?, ?> bySubgraph
                    && bySubgraph.get(subgraph) instanceof List<?> names
                    && names.contains(field);
        }
    }

    private final Map<String, Map<String, Instance>> objects = new LinkedHashMap<>();
    private final Map<String, Instance> roots = new LinkedHashMap<>();

    MergedData(Map<String, @Nullable Object> json) {
        Json.fields(json.get("objects")).forEach((type, table) -> {
            Map<String, Instance> instances = new LinkedHashMap<>();
            Json.fields(table).forEach((id, fields) -> instances.put(id, new Instance(type, Json.fields(fields))));
            objects.put(type, instances);
        });
        Json.fields(json.get("roots"))
                .forEach((type, fields) -> roots.put(type, new Instance(type, Json.fields(fields))));
    }

    Instance root(String type) {
        Instance root = roots.get(type);
        return root == null ? new Instance(type, Map.of()) : root;
    }

    List<Instance> instances(String type) {
        Map<String, Instance> table = objects.get(type);
        return table == null ? List.of() : List.copyOf(table.values());
    }

    /** The value with objects as {@link Instance}s, also in lists. */
    @Nullable Object follow(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> followed = new ArrayList<>();
            list.forEach(item -> followed.add(follow(item)));
            return followed;
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (map.get("$ref") instanceof List<?> reference) {
            Map<String, Instance> table = objects.get(String.valueOf(reference.get(0)));
            return table == null ? null : table.get(String.valueOf(reference.get(1)));
        }
        if (map.containsKey("$root")) {
            return root("Query");
        }
        return map.get("__typename") instanceof String type ? new Instance(type, Json.fields(map)) : value;
    }
}
