package ft.transcendence.composition.contract;

import ft.transcendence.composition.Place;
import ft.transcendence.composition.link.Specifications;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.subgraph.Subgraph;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Marks elements {@code @inaccessible}. All subgraphs have to use the directive under one name, also those that do not import it: the one that is used
 * already, or else imported, or else its own name, unless a subgraph has another directive of that name.
 */
final class InaccessibleMark {
    private static final String OWN_NAME = KnownDirective.INACCESSIBLE.specificationName();

    private final String name;

    private InaccessibleMark(String name) {
        this.name = name;
    }

    static InaccessibleMark of(List<Subgraph> subgraphs) {
        return new InaccessibleMark(first(subgraphs, InaccessibleMark::used)
                .or(() -> first(subgraphs, InaccessibleMark::imported))
                .orElseGet(() -> isTaken(subgraphs) ? "federation__" + OWN_NAME : OWN_NAME));
    }

    private static Optional<String> first(List<Subgraph> subgraphs, Function<Subgraph, Optional<String>> name) {
        return subgraphs.stream().map(name).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> used(Subgraph subgraph) {
        return elements(subgraph.schema())
                .flatMap(element -> element.uses(KnownDirective.INACCESSIBLE))
                .map(DirectiveUse::name)
                .findFirst();
    }

    private static Stream<Element> elements(Schema schema) {
        return schema.types().values().stream().flatMap(InaccessibleMark::elements);
    }

    private static Stream<Element> elements(NamedType type) {
        return Stream.of(
                        Stream.of(type),
                        type.fields().values().stream(),
                        type.fields().values().stream()
                                .map(Field::arguments)
                                .flatMap(arguments -> arguments.values().stream()),
                        type.inputFields().values().stream(),
                        type.values().values().stream())
                .flatMap(elements -> elements);
    }

    private static Optional<String> imported(Subgraph subgraph) {
        return subgraph.links()
                .nameOfDirective(Specifications.FEDERATION, OWN_NAME)
                .filter(found -> !found.contains("__"));
    }

    private static boolean isTaken(List<Subgraph> subgraphs) {
        return subgraphs.stream()
                .anyMatch(subgraph -> subgraph.schema().directiveDefinitions().containsKey(OWN_NAME)
                        && subgraph.links().directive(OWN_NAME).isEmpty());
    }

    void put(Element element) {
        if (!element.has(KnownDirective.INACCESSIBLE)) {
            Place place = element.places().getFirst();
            element.directives().add(new DirectiveUse(name, KnownDirective.INACCESSIBLE, Map.of(), 0, place));
        }
    }
}
