package ft.transcendence.federation.differential;

import ft.transcendence.federation.subgraphs.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file with handwritten subgraphs, the supergraph that a composer made of them, data and operations.
 *
 * <p>Its sections are those of {@link WorldText}, with any number of {@code ### operation NAME (N requests)}. Each is followed by its
 * {@code ### variables}, if it has any, and by {@code ### expected} if the data differs from the oracle's, as it does when errors are
 * expected. In the data, the text {@code "@Type:id"} is a reference to an entity.
 *
 * @param world everything but the operations
 */
record ComposedWorld(WorldText world, List<Operation> operations) {

    private static final Pattern HEADER = Pattern.compile(
            "operation (?<name>.+?) \\((?<requests>\\d+) requests?(?<errors>, errors)?(, labels (?<labels>.+))?\\)");

    /**
     * An operation and its expected outcome.
     *
     * @param requests the number of subgraph requests, the fewest possible
     * @param errors whether the response has errors
     * @param labels the active labels of progressive overrides
     * @param expected the data if it differs from the oracle's, {@code "null"} for none
     */
    record Operation(
            String name,
            String document,
            String variables,
            int requests,
            boolean errors,
            Set<String> labels,
            Optional<String> expected) {}

    static ComposedWorld parse(String text) {
        StringBuilder shared = new StringBuilder();
        List<Map<String, String>> operations = new ArrayList<>();
        for (String section : text.split("(?m)^### ")) {
            int end = section.indexOf('\n');
            if (end < 0) {
                continue;
            }
            String header = section.substring(0, end).strip();
            String content = section.substring(end + 1).strip();
            if (header.startsWith("operation ")) {
                operations.add(new LinkedHashMap<>(Map.of("header", header, "document", content)));
            } else if (header.equals("variables") || header.equals("expected")) {
                operations.getLast().put(header, content);
            } else {
                shared.append("### ")
                        .append(header)
                        .append('\n')
                        .append(header.equals("data") ? data(content) : content);
                shared.append('\n');
            }
        }
        return new ComposedWorld(
                WorldText.parse(shared.toString()),
                operations.stream().map(ComposedWorld::operation).toList());
    }

    private static Operation operation(Map<String, String> sections) {
        Matcher header = HEADER.matcher(sections.getOrDefault("header", ""));
        if (!header.matches()) {
            throw new IllegalArgumentException("Not the header of an operation: " + sections.get("header"));
        }
        String labels = header.group("labels");
        return new Operation(
                header.group("name"),
                sections.getOrDefault("document", ""),
                sections.getOrDefault("variables", "{}"),
                Integer.parseInt(header.group("requests")),
                header.group("errors") != null,
                labels == null ? Set.of() : Set.of(labels.split(" ")),
                Optional.ofNullable(sections.get("expected")));
    }

    private static String data(String json) {
        return Json.text(withReferences(Json.read(json)));
    }

    private static @Nullable Object withReferences(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(withReferences(item)));
            return items;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            map.forEach((name, field) -> fields.put(String.valueOf(name), withReferences(field)));
            return fields;
        }
        return value instanceof String text && text.startsWith("@")
                ? Map.of("$ref", List.of(text.substring(1).split(":", 2)))
                : value;
    }
}
