package ft.transcendence.composition.contract;

import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.Subgraph;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tags of schema coordinates in all subgraphs together. */
final class Tags {
    private final Map<String, Set<String>> byCoordinate = new HashMap<>();

    Tags(List<Subgraph> subgraphs) {
        for (Subgraph subgraph : subgraphs) {
            for (NamedType type : subgraph.schema().types().values()) {
                add(type);
                type.fields().values().forEach(field -> {
                    add(field);
                    field.arguments().values().forEach(this::add);
                });
                type.inputFields().values().forEach(this::add);
                type.values().values().forEach(this::add);
            }
        }
    }

    private void add(Element element) {
        element.uses(KnownDirective.TAG)
                .flatMap(use -> use.text("name").stream())
                .forEach(tag -> byCoordinate
                        .computeIfAbsent(element.coordinate(), coordinate -> new HashSet<>())
                        .add(tag));
    }

    Set<String> of(NamedType type) {
        return byCoordinate.getOrDefault(type.coordinate(), Set.of());
    }

    /** The tags of an element in a type, with those of the type. */
    Set<String> of(NamedType type, Element element) {
        Set<String> tags = new HashSet<>(of(type));
        tags.addAll(byCoordinate.getOrDefault(element.coordinate(), Set.of()));
        return tags;
    }
}
