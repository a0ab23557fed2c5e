package ft.transcendence.composition.merge;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.link.Links;
import ft.transcendence.composition.link.SpecVersion;
import ft.transcendence.composition.link.Specifications;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.supergraph.SupergraphSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which directives of federation's specifications the subgraphs use, and under which names they reach the supergraph. */
final class SpecificationDirectives {

    /** By their names in the supergraph, without {@code @}; a name is the same in all subgraphs. */
    private final Map<String, KnownDirective> byName = new LinkedHashMap<>();

    private final Map<SupergraphSpecification, List<SupergraphLinks.Imported>> bySpecification = new LinkedHashMap<>();

    /** A directive of one specification: subgraphs can link the same directive through federation and by itself. */
    private record Origin(KnownDirective directive, String identity, int major) {}

    private record Name(String name, Subgraph subgraph, Place place) {}

    private SpecificationDirectives() {}

    /** Errors if subgraphs import a directive under several names. */
    static SpecificationDirectives of(List<Subgraph> subgraphs, Findings findings) {
        Map<Origin, List<Name>> names = new LinkedHashMap<>();
        for (Subgraph subgraph : subgraphs) {
            names(subgraph).forEach((origin, name) -> names.computeIfAbsent(origin, ignored -> new ArrayList<>())
                    .add(name));
        }
        SpecificationDirectives directives = new SpecificationDirectives();
        for (Map.Entry<Origin, List<Name>> entry : names.entrySet()) {
            KnownDirective directive = entry.getKey().directive();
            if (isNamedDifferently(directive, entry.getValue(), findings)) {
                return directives;
            }
            directives.add(directive, entry.getValue().getFirst().name());
        }
        return directives;
    }

    private static Map<Origin, Name> names(Subgraph subgraph) {
        Map<Origin, Name> names = new LinkedHashMap<>();
        Map<String, Optional<Origin>> origins = new LinkedHashMap<>();
        subgraph.schema().forEachElement(element -> {
            for (DirectiveUse use : element.directives()) {
                origins.computeIfAbsent(use.name(), ignored -> origin(subgraph.links(), use))
                        .ifPresent(origin -> names.putIfAbsent(origin, new Name(use.name(), subgraph, use.place())));
            }
        });
        return names;
    }

    private static Optional<Origin> origin(Links links, DirectiveUse use) {
        KnownDirective known = use.known();
        if (known == null || ComposedBySpecification.of(known).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(links.directive(use.name())
                .map(found -> {
                    SpecVersion version = found.link().url().version();
                    int major = version.major() > 0 ? version.major() : -version.minor();
                    return new Origin(known, found.link().url().identity(), major);
                })
                .orElseGet(() -> new Origin(known, Specifications.FEDERATION, 2)));
    }

    private static boolean isNamedDifferently(KnownDirective directive, List<Name> names, Findings findings) {
        Map<String, List<String>> subgraphsByName = new LinkedHashMap<>();
        for (Name name : names) {
            subgraphsByName
                    .computeIfAbsent("\"@" + name.name() + "\"", ignored -> new ArrayList<>())
                    .add(name.subgraph().name());
        }
        if (subgraphsByName.size() == 1) {
            return false;
        }
        findings.error(
                ErrorCode.LINK_IMPORT_NAME_MISMATCH,
                "Subgraphs import " + directive + " under several names: " + Mismatch.distribution(subgraphsByName),
                names.stream().map(Name::place).toList());
        return true;
    }

    private void add(KnownDirective directive, String name) {
        byName.put(name, directive);
        ComposedBySpecification.of(directive).ifPresent(specification -> bySpecification
                .computeIfAbsent(specification, ignored -> new ArrayList<>())
                .add(new SupergraphLinks.Imported(directive.specificationName(), name)));
    }

    void announce(SupergraphLinks links) {
        bySpecification.forEach((specification, imports) -> links.announce(specification.url(), imports));
    }

    /** Links the specifications in the supergraph and adds their definitions. */
    void link(Schema supergraph, SupergraphLinks links) {
        bySpecification.forEach((specification, directives) -> {
            String alias = links.alias(specification.url());
            List<SupergraphLinks.Imported> imports = directives.stream()
                    .filter(imported -> !travelsInJoinDirective(imported.as()))
                    .filter(imported -> !imported.as()
                            .equals(SupergraphLinks.unimported(specification.url(), alias, imported.name())))
                    .toList();
            links.link(specification.url(), specification.purpose(), imports);
            specification.addTo(
                    supergraph,
                    specification.url().version(),
                    name -> imports.stream()
                            .filter(imported -> imported.name().equals(name))
                            .findFirst()
                            .map(SupergraphLinks.Imported::as)
                            .orElseGet(() -> SupergraphLinks.unimported(specification.url(), alias, name)),
                    name -> alias + "__" + name);
        });
    }

    /** The directive of this name in the supergraph. */
    Optional<KnownDirective> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    boolean travelsInJoinDirective(String name) {
        return named(name)
                .filter(ComposedBySpecification::travelsInJoinDirective)
                .isPresent();
    }

    /** The names under which a directive reaches the supergraph: none if no subgraph uses it. */
    List<String> namesOf(KnownDirective directive) {
        return byName.entrySet().stream()
                .filter(entry -> entry.getValue() == directive)
                .map(Map.Entry::getKey)
                .toList();
    }
}
