package ft.transcendence.federation.differential;

import ft.transcendence.federation.subgraphs.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A complete case as text, so that it can be kept in a file: sections that start with {@code ### name}.
 *
 * @param supergraph composed SDL
 * @param subgraphs federation SDL by subgraph name
 * @param data JSON, see {@link MergedData}
 * @param operation GraphQL document with one operation
 * @param variables JSON object
 */
record WorldText(String supergraph, Map<String, String> subgraphs, String data, String operation, String variables) {

    WorldText {
        subgraphs = Collections.unmodifiableMap(new LinkedHashMap<>(subgraphs));
    }

    static WorldText parse(String text) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String section : text.split("(?m)^### ")) {
            int end = section.indexOf('\n');
            if (end > 0) {
                sections.put(section.substring(0, end).strip(), section.substring(end + 1));
            }
        }
        Map<String, String> subgraphs = new LinkedHashMap<>();
        sections.forEach((name, sdl) -> {
            if (name.startsWith("subgraph ")) {
                subgraphs.put(name.substring("subgraph ".length()), sdl);
            }
        });
        return new WorldText(
                sections.getOrDefault("supergraph", ""),
                subgraphs,
                sections.getOrDefault("data", "{}"),
                sections.getOrDefault("operation", ""),
                sections.getOrDefault("variables", "{}"));
    }

    WorldText withOperation(String newOperation, Map<String, @Nullable Object> newVariables) {
        return new WorldText(supergraph, subgraphs, data, newOperation, Json.text(newVariables));
    }

    Map<String, @Nullable Object> variableValues() {
        return Json.fields(Json.read(variables));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        section(text, "operation", operation);
        section(text, "variables", variables);
        subgraphs.forEach((name, sdl) -> section(text, "subgraph " + name, sdl));
        section(text, "supergraph", supergraph);
        section(text, "data", data);
        return text.toString();
    }

    private static void section(StringBuilder text, String name, String content) {
        text.append("### ").append(name).append('\n').append(content.strip()).append("\n\n");
    }
}
