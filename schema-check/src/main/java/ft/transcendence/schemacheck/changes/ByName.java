package ft.transcendence.schemacheck.changes;

import graphql.schema.GraphQLNamedSchemaElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Two lists of elements, matched by their names. */
record ByName<T extends GraphQLNamedSchemaElement>(Map<String, T> released, Map<String, T> next) {

    static <T extends GraphQLNamedSchemaElement> ByName<T> of(List<? extends T> released, List<? extends T> next) {
        return new ByName<>(byName(released), byName(next));
    }

    private static <T extends GraphQLNamedSchemaElement> Map<String, T> byName(List<? extends T> elements) {
        Map<String, T> named = new LinkedHashMap<>();
        elements.forEach(element -> named.put(element.getName(), element));
        return named;
    }

    void removed(Consumer<T> visitor) {
        released.forEach((name, element) -> {
            if (!next.containsKey(name)) {
                visitor.accept(element);
            }
        });
    }

    void added(Consumer<T> visitor) {
        next.forEach((name, element) -> {
            if (!released.containsKey(name)) {
                visitor.accept(element);
            }
        });
    }

    /** Visits what both have: the released element, then the next one. */
    void kept(BiConsumer<T, T> visitor) {
        released.forEach((name, before) -> {
            T after = next.get(name);
            if (after != null) {
                visitor.accept(before, after);
            }
        });
    }
}
