package ft.transcendence.composition.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What an element of the supergraph is merged from: for each subgraph that could have the element, by the subgraph's number, its element or nothing.
 * Most elements are in one subgraph of many, so that those without it cost nothing.
 */
final class Sources<E> {
    private final Collection<Integer> subgraphs;
    private final SortedMap<Integer, E> elements = new TreeMap<>();

    /** One subgraph's element. */
    record Source<E>(int subgraph, E element) {}

    /** @param subgraphs the numbers of all subgraphs that could have the element, ascending */
    Sources(Collection<Integer> subgraphs) {
        this.subgraphs = subgraphs;
    }

    void put(int subgraph, E element) {
        elements.put(subgraph, element);
    }

    /** The subgraph's element, if it has one. */
    Optional<E> get(int subgraph) {
        return Optional.ofNullable(elements.get(subgraph));
    }

    /** The numbers of all subgraphs that could have the element. */
    Collection<Integer> subgraphs() {
        return subgraphs;
    }

    /** The subgraphs that have the element. */
    List<Source<E>> present() {
        List<Source<E>> present = new ArrayList<>(elements.size());
        elements.forEach((subgraph, element) -> present.add(new Source<>(subgraph, element)));
        return present;
    }

    /** The elements of the subgraphs that have it. */
    Collection<E> elements() {
        return elements.values();
    }

    E first() {
        return elements.firstEntry().getValue();
    }

    boolean isEmpty() {
        return elements.isEmpty();
    }

    /** Whether a subgraph that could have the element lacks it. */
    boolean isMissingSomewhere() {
        return elements.size() < subgraphs.size();
    }

    /** For each subgraph that has the element, a part of it. */
    <T> Sources<T> map(Function<E, Optional<T>> part) {
        return mapped(subgraphs, part);
    }

    /** As {@link #map}, where only the subgraphs that have the element could have the part. */
    <T> Sources<T> mapPresent(Function<E, Optional<T>> part) {
        return mapped(List.copyOf(elements.keySet()), part);
    }

    private <T> Sources<T> mapped(Collection<Integer> listed, Function<E, Optional<T>> part) {
        Sources<T> mapped = new Sources<>(listed);
        elements.forEach((subgraph, element) -> part.apply(element).ifPresent(found -> mapped.put(subgraph, found)));
        return mapped;
    }

    /** The same subgraphs, without elements that do not match. */
    Sources<E> filter(BiPredicate<Integer, E> predicate) {
        Sources<E> filtered = new Sources<>(subgraphs);
        elements.forEach((subgraph, element) -> {
            if (predicate.test(subgraph, element)) {
                filtered.put(subgraph, element);
            }
        });
        return filtered;
    }
}
