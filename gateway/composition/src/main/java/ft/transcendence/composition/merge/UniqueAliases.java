package ft.transcendence.composition.merge;

import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.subgraph.Subgraph;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/** Makes aliases for specifications whose name is taken in the supergraph: a prefix that no name begins with, a number and the specification's name. */
final class UniqueAliases {
    private static final String FIRST = "_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String NEXT = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final Set<String> names = new HashSet<>();
    private int made;

    UniqueAliases(List<Subgraph> subgraphs) {
        for (Subgraph subgraph : subgraphs) {
            names.addAll(subgraph.schema().types().keySet());
            for (DirectiveDefinition definition :
                    subgraph.schema().directiveDefinitions().values()) {
                names.add(definition.name());
            }
        }
    }

    void take(String name) {
        names.add(name);
    }

    String make(String specification) {
        return freePrefix() + made++ + specification.replaceAll("[^a-zA-Z]", "");
    }

    private String freePrefix() {
        Queue<String> prefixes = new ArrayDeque<>(List.of(""));
        while (true) {
            String prefix = prefixes.remove();
            for (char character : (prefix.isEmpty() ? FIRST : NEXT).toCharArray()) {
                String candidate = prefix + character;
                if (names.stream().noneMatch(name -> name.startsWith(candidate))) {
                    return candidate;
                }
                prefixes.add(candidate);
            }
        }
    }
}
