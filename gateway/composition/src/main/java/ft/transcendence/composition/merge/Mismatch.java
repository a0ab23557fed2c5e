package ft.transcendence.composition.merge;

import ft.transcendence.composition.Place;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.subgraph.Subgraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words for what subgraphs say differently. */
final class Mismatch {
    private final List<Subgraph> subgraphs;

    Mismatch(List<Subgraph> subgraphs) {
        this.subgraphs = subgraphs;
    }

    /** For example: {@code type "Int" in subgraph "a" but type "String" in subgraphs "b" and "c"}. */
    <E> String distribution(Sources<E> sources, Function<E, String> what) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (Sources.Source<E> source : sources.present()) {
            names.computeIfAbsent(what.apply(source.element()), ignored -> new ArrayList<>())
                    .add(subgraphs.get(source.subgraph()).name());
        }
        return distribution(names);
    }

    static String distribution(Map<String, List<String>> subgraphsByWhat) {
        return subgraphsByWhat.entrySet().stream()
                .map(entry -> entry.getKey() + " in " + subgraphs(entry.getValue()))
                .collect(Collectors.joining(" but "));
    }

    /** The subgraphs that have the element. */
    <E> String present(Sources<E> sources) {
        return subgraphs(sources.present().stream()
                .map(source -> subgraphs.get(source.subgraph()).name())
                .toList());
    }

    /** The listed subgraphs that lack the element. */
    <E> String missing(Sources<E> sources) {
        return subgraphs(sources.subgraphs().stream()
                .filter(subgraph -> sources.get(subgraph).isEmpty())
                .map(subgraph -> subgraphs.get(subgraph).name())
                .toList());
    }

    /** For example: {@code subgraphs "a", "b" and "c"}. */
    static String subgraphs(List<String> names) {
        List<String> quoted = names.stream().map(name -> '"' + name + '"').toList();
        if (quoted.size() == 1) {
            return "subgraph " + quoted.getFirst();
        }
        return quoted.isEmpty()
                ? "no subgraph"
                : "subgraphs " + String.join(", ", quoted.subList(0, quoted.size() - 1)) + " and " + quoted.getLast();
    }

    /** All places of all elements. */
    static List<Place> places(Sources<? extends Element> sources) {
        return sources.elements().stream()
                .flatMap(element -> element.places().stream())
                .toList();
    }
}
