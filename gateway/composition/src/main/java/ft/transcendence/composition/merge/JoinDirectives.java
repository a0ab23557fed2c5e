package ft.transcendence.composition.merge;

import ft.transcendence.composition.link.Links;
import ft.transcendence.composition.link.SpecUrl;
import ft.transcendence.composition.link.SpecVersion;
import ft.transcendence.composition.link.Specifications;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes {@code @join__directive}, in which directives travel that are for single subgraphs: those of connectors and {@code @cacheTag}. Equal uses of
 * several subgraphs become one.
 */
final class JoinDirectives {

    /** The newest version of the connect specification that is no preview. */
    private static final SpecVersion NEWEST_CONNECT = new SpecVersion(0, 3);

    private final MergeState state;

    private record Carried(String name, Literal arguments) {}

    JoinDirectives(MergeState state) {
        this.state = state;
    }

    void add(Sources<? extends Element> sources, Element merged) {
        Map<String, Map<Literal, List<Literal>>> graphsByUse = new LinkedHashMap<>();
        for (Sources.Source<? extends Element> source : sources.present()) {
            for (DirectiveUse use : source.element().directives()) {
                carried(source.subgraph(), use).ifPresent(carried -> graphsByUse
                        .computeIfAbsent(carried.name(), ignored -> new LinkedHashMap<>())
                        .computeIfAbsent(carried.arguments(), ignored -> new ArrayList<>())
                        .add(new Literal.Symbol(state.graphs().of(source.subgraph()))));
            }
        }
        graphsByUse.forEach((name, uses) -> uses.forEach((arguments, graphs) -> merged.directives()
                .add(JoinUses.of("directive")
                        .with("graphs", new Literal.ListOf(graphs))
                        .with("name", name)
                        .with("args", arguments)
                        .use())));
    }

    private Optional<Carried> carried(int subgraph, DirectiveUse use) {
        Literal arguments = withoutSymbols(new Literal.ObjectOf(use.arguments()));
        if (use.is(KnownDirective.LINK)) {
            boolean isConnect = use.text("url")
                    .filter(url -> url.startsWith(Specifications.CONNECT + "/"))
                    .isPresent();
            return isConnect ? Optional.of(new Carried(use.name(), arguments)) : Optional.empty();
        }
        Optional<Links.SpecName> specName = state.subgraph(subgraph).links().directive(use.name());
        if (specName.filter(found -> found.link().url().identity().equals(Specifications.CONNECT))
                .isPresent()) {
            return Optional.of(new Carried(use.name(), arguments));
        }
        if (!state.specifications().travelsInJoinDirective(use.name())) {
            return Optional.empty();
        }
        String name = specName.map(found -> SupergraphLinks.unimported(
                        found.link().url(), found.link().url().name(), found.name()))
                .orElse(use.name());
        return Optional.of(new Carried(name, arguments));
    }

    /** Enum values as strings: the names of a subgraph's enums mean nothing in the supergraph. */
    private static Literal withoutSymbols(Literal literal) {
        return switch (literal) {
            case Literal.Symbol symbol -> Literal.of(symbol.name());
            case Literal.ListOf list ->
                new Literal.ListOf(list.items().stream()
                        .map(JoinDirectives::withoutSymbols)
                        .toList());
            case Literal.ObjectOf object -> {
                Map<String, Literal> fields = new LinkedHashMap<>();
                object.fields().forEach((name, value) -> fields.put(name, withoutSymbols(value)));
                yield new Literal.ObjectOf(fields);
            }
            case Literal.Null same -> same;
            case Literal.Bool same -> same;
            case Literal.Int same -> same;
            case Literal.Decimal same -> same;
            case Literal.Text same -> same;
        };
    }

    /** Links the connect specification in the supergraph, if a subgraph does. */
    void linkConnectors(SupergraphLinks links) {
        Optional<SpecVersion> newest = state.subgraphs().stream()
                .flatMap(subgraph -> subgraph.links().of(Specifications.CONNECT).stream())
                .map(link -> link.url().version())
                .max(SpecVersion::compareTo);
        newest.ifPresent(version -> links.link(
                new SpecUrl(
                        Specifications.CONNECT,
                        "connect",
                        version.isAtLeast(NEWEST_CONNECT) ? version : NEWEST_CONNECT),
                Optional.of("EXECUTION"),
                List.of()));
    }
}
