package ft.transcendence.composition.merge;

import ft.transcendence.composition.schema.Names;
import ft.transcendence.composition.subgraph.Subgraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The values of the enum {@code join__Graph}, one for each subgraph: its name in upper case, with {@code _} for what a name cannot have, and numbered
 * where two names would be equal. Gateways and dashboards show them, so they are those of Apollo's composer.
 */
final class GraphNames {
    private final List<String> names;

    private GraphNames(List<String> names) {
        this.names = List.copyOf(names);
    }

    static GraphNames of(List<Subgraph> subgraphs) {
        Map<String, List<Integer>> byName = new LinkedHashMap<>();
        for (int i = 0; i < subgraphs.size(); i++) {
            byName.computeIfAbsent(sanitized(subgraphs.get(i).name()), ignored -> new ArrayList<>())
                    .add(i);
        }
        String[] names = new String[subgraphs.size()];
        byName.forEach((name, numbers) -> {
            for (int i = 0; i < numbers.size(); i++) {
                names[numbers.get(i)] = numbers.size() == 1 ? name : name + "_" + (i + 1);
            }
        });
        return new GraphNames(List.of(names));
    }

    private static String sanitized(String name) {
        StringBuilder characters = new StringBuilder();
        for (char character : name.toCharArray()) {
            characters.append(Names.isPart(character) ? character : '_');
        }
        String words = characters.toString();
        String named = !words.isEmpty() && Character.isDigit(words.charAt(0)) ? "_" + words : words;
        // so that a number at the end is always one that composition added
        String numbered = named.matches(".*_\\d+") ? named + "_" : named;
        return numbered.toUpperCase(Locale.ROOT);
    }

    String of(int subgraph) {
        return names.get(subgraph);
    }
}
