package ft.transcendence.composition.merge;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.HintCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.link.Link;
import ft.transcendence.composition.link.Links;
import ft.transcendence.composition.link.SpecUrl;
import ft.transcendence.composition.link.SpecVersion;
import ft.transcendence.composition.link.Specifications;
import ft.transcendence.composition.schema.BuiltIns;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.subgraph.Subgraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The directives of other specifications that reach the supergraph because a subgraph says so: {@code @composeDirective}. The newest minor version
 * among the subgraphs that link the specification gives the definition.
 */
final class ComposedDirectives {
    private static final Set<String> FEDERATIONS_OWN = Set.of(
            Specifications.JOIN,
            Specifications.LINK,
            Specifications.TAG,
            Specifications.INACCESSIBLE,
            Specifications.FEDERATION,
            Specifications.AUTHENTICATED,
            Specifications.REQUIRES_SCOPES,
            "https://specs.apollo.dev/source",
            Specifications.CONTEXT,
            Specifications.COST);
    private static final Set<String> COMPOSED_ANYWAY =
            Set.of("tag", "inaccessible", "authenticated", "requiresScopes", "policy", "context");

    private final List<Subgraph> subgraphs;
    private final Findings findings;
    private final List<Composed> all = new ArrayList<>();
    private final Map<String, Newest> newestByIdentity = new LinkedHashMap<>();
    private final Set<String> refusedNames = new HashSet<>();

    /** One {@code @composeDirective}. */
    private record Composed(Subgraph subgraph, Link link, String name, String as, Place place) {
        String identity() {
            return link.url().identity();
        }
    }

    /** The newest version of a specification, and the subgraphs that link it. */
    private record Newest(Link link, List<Subgraph> subgraphs) {}

    private record Linked(Subgraph subgraph, Link link, boolean isComposed) {
        SpecVersion version() {
            return link.url().version();
        }
    }

    private ComposedDirectives(List<Subgraph> subgraphs, Findings findings) {
        this.subgraphs = subgraphs;
        this.findings = findings;
    }

    static ComposedDirectives of(List<Subgraph> subgraphs, Findings findings) {
        ComposedDirectives composed = new ComposedDirectives(subgraphs, findings);
        subgraphs.forEach(composed::read);
        composed.chooseVersions();
        composed.checkNames();
        return composed;
    }

    private void read(Subgraph subgraph) {
        subgraph.schema().element().uses(KnownDirective.COMPOSE_DIRECTIVE).forEach(use -> read(subgraph, use));
    }

    private void read(Subgraph subgraph, DirectiveUse use) {
        String written = use.text("name").orElse("");
        if (!written.startsWith("@")) {
            refuse(subgraph, use, "needs the name of a directive with its @, not \"" + written + "\"");
            return;
        }
        String name = written.substring(1);
        Optional<Links.SpecName> specName = subgraph.links().directive(name);
        boolean isOwn = specName.filter(
                        found -> FEDERATIONS_OWN.contains(found.link().url().identity()))
                .isPresent();
        boolean isDefined = subgraph.schema().directiveDefinitions().containsKey(name) || BuiltIns.isDirective(name);
        if (!isDefined && !isOwn) {
            refuse(subgraph, use, "names " + written + ", which the subgraph does not define");
        } else if (specName.isEmpty()) {
            refuse(subgraph, use, "names " + written + ", which belongs to no linked specification");
        } else if (isOwn) {
            readOwn(subgraph, use, specName.get().name());
        } else if (isTaken(KnownDirective.TAG, name) || isTaken(KnownDirective.INACCESSIBLE, name)) {
            refuse(
                    subgraph,
                    use,
                    "names " + written + ", but federation's directive of that name is composed by itself");
        } else {
            all.add(new Composed(subgraph, specName.get().link(), specName.get().name(), name, use.place()));
        }
    }

    private void refuse(Subgraph subgraph, DirectiveUse use, String why) {
        findings.error(
                ErrorCode.DIRECTIVE_COMPOSITION_ERROR,
                "[" + subgraph.name() + "] @composeDirective " + why,
                use.place());
    }

    private void readOwn(Subgraph subgraph, DirectiveUse use, String name) {
        if (!COMPOSED_ANYWAY.contains(name)) {
            refuse(subgraph, use, "cannot compose federation's own @" + name);
            return;
        }
        findings.hint(
                HintCode.DIRECTIVE_COMPOSITION_INFO,
                "[" + subgraph.name() + "] @composeDirective is not needed for @" + name
                        + ", which federation composes by itself",
                List.of(use.place()));
    }

    private boolean isTaken(KnownDirective directive, String name) {
        return subgraphs.stream().anyMatch(subgraph -> name(subgraph, directive).equals(name));
    }

    private static String name(Subgraph subgraph, KnownDirective directive) {
        String name = directive.specificationName();
        return subgraph.links()
                .nameOfDirective("https://specs.apollo.dev/" + name, name)
                .or(() -> subgraph.links().nameOfDirective(Specifications.FEDERATION, name))
                .orElse(name);
    }

    private void chooseVersions() {
        Set<String> identities = new LinkedHashSet<>();
        for (Subgraph subgraph : subgraphs) {
            subgraph.links().all().forEach(link -> identities.add(link.url().identity()));
        }
        for (String identity : identities) {
            List<Linked> linked = linked(identity);
            newest(identity, linked)
                    .filter(Linked::isComposed)
                    .ifPresent(found -> newestByIdentity.put(
                            identity,
                            new Newest(
                                    found.link(),
                                    linked.stream()
                                            .filter(other -> other.version().equals(found.version()))
                                            .map(Linked::subgraph)
                                            .toList()
                                            .reversed())));
        }
    }

    private List<Linked> linked(String identity) {
        return subgraphs.stream()
                .flatMap(subgraph -> subgraph
                        .links()
                        .of(identity)
                        .map(link -> new Linked(
                                subgraph,
                                link,
                                all.stream()
                                        .anyMatch(composed -> composed.subgraph() == subgraph
                                                && composed.identity().equals(identity))))
                        .stream())
                .toList();
    }

    private Optional<Linked> newest(String identity, List<Linked> linked) {
        boolean hinted = false;
        Linked newest = linked.getFirst();
        for (Linked other : linked.subList(1, linked.size())) {
            if (newest.version().major() != other.version().major()) {
                List<Place> places =
                        linked.stream().map(each -> each.link().place()).toList();
                if (newest.isComposed() && other.isComposed()) {
                    findings.error(
                            ErrorCode.DIRECTIVE_COMPOSITION_ERROR,
                            "Subgraphs compose directives of two major versions of " + identity,
                            places);
                    return Optional.empty();
                }
                if (!hinted) {
                    findings.hint(
                            HintCode.DIRECTIVE_COMPOSITION_INFO,
                            "Subgraphs link two major versions of " + identity,
                            places);
                    hinted = true;
                }
                newest = newest.isComposed() ? newest : other;
            } else if (newest.isComposed() == other.isComposed()) {
                newest = newest.version().minor() > other.version().minor() ? newest : other;
            } else {
                newest = newest.isComposed() ? newest : other;
            }
        }
        return Optional.of(newest);
    }

    private void checkNames() {
        grouped(Composed::as).forEach((name, group) -> {
            if (group.stream().map(Composed::name).distinct().count() > 1
                    || group.stream().map(Composed::identity).distinct().count() > 1) {
                refusedNames.add(name);
                findings.error(
                        ErrorCode.DIRECTIVE_COMPOSITION_ERROR,
                        "Subgraphs compose different directives as @" + name,
                        group.stream().map(Composed::place).toList());
            }
        });
        grouped(Composed::name).forEach((name, group) -> {
            if (group.stream().map(Composed::as).distinct().count() > 1) {
                group.forEach(composed -> refusedNames.add(composed.as()));
                findings.error(
                        ErrorCode.DIRECTIVE_COMPOSITION_ERROR,
                        "Subgraphs compose @" + name + " under several names",
                        group.stream().map(Composed::place).toList());
            }
            hintOnOtherNames(group);
        });
    }

    private Map<String, List<Composed>> grouped(Function<Composed, String> key) {
        Map<String, List<Composed>> groups = new LinkedHashMap<>();
        all.forEach(composed -> groups.computeIfAbsent(key.apply(composed), ignored -> new ArrayList<>())
                .add(composed));
        return groups;
    }

    private void hintOnOtherNames(List<Composed> group) {
        Composed first = group.getFirst();
        List<Place> places = subgraphs.stream()
                .filter(subgraph -> group.stream().noneMatch(composed -> composed.subgraph() == subgraph))
                .filter(subgraph -> subgraph.links()
                        .nameOfDirective(first.identity(), first.name())
                        .filter(name -> !name.equals(first.as()))
                        .isPresent())
                .flatMap(subgraph -> subgraph.links().of(first.identity()).stream())
                .map(Link::place)
                .toList();
        if (!places.isEmpty()) {
            findings.hint(
                    HintCode.DIRECTIVE_COMPOSITION_WARN,
                    "@" + first.as() + " has another name in a subgraph that does not compose it",
                    places);
        }
    }

    /** Whether the subgraph asks for the directive of this name in the supergraph. */
    boolean isComposed(Subgraph subgraph, String name) {
        return !refusedNames.contains(name)
                && all.stream()
                        .anyMatch(composed -> composed.subgraph() == subgraph
                                && composed.as().equals(name)
                                && newestByIdentity.containsKey(composed.identity()));
    }

    /** The names in the supergraph of all composed directives. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        all.forEach(composed -> names.add(composed.as()));
        return names;
    }

    /** The newest definition of a composed directive. */
    Optional<DirectiveDefinition> definition(String name) {
        Composed composed = all.stream()
                .filter(each -> each.as().equals(name))
                .reduce((first, last) -> last)
                .orElseThrow();
        Newest newest = newestByIdentity.get(composed.identity());
        if (newest == null) {
            return Optional.empty();
        }
        for (Subgraph subgraph : newest.subgraphs()) {
            Optional<DirectiveDefinition> found = subgraph.links()
                    .nameOfDirective(composed.identity(), composed.name())
                    .flatMap(here -> Optional.ofNullable(
                            subgraph.schema().directiveDefinitions().get(here)));
            if (found.isPresent()) {
                return found;
            }
        }
        findings.error(
                ErrorCode.DIRECTIVE_COMPOSITION_ERROR,
                newest.link().url() + " is the newest version, but no subgraph that links it defines @" + name,
                newest.link().place());
        return Optional.empty();
    }

    void announce(SupergraphLinks links) {
        newestByIdentity.forEach(
                (identity, newest) -> links.announce(newest.link().url(), imports(identity)));
    }

    void link(SupergraphLinks links) {
        newestByIdentity.forEach((identity, newest) -> {
            SpecUrl url = newest.link().url();
            links.link(url, Optional.empty(), imports(identity));
        });
    }

    private List<SupergraphLinks.Imported> imports(String identity) {
        Map<String, String> names = new LinkedHashMap<>();
        all.stream()
                .filter(composed -> composed.identity().equals(identity))
                .forEach(composed -> names.putIfAbsent(composed.as(), composed.name()));
        return names.entrySet().stream()
                .map(entry -> new SupergraphLinks.Imported(entry.getValue(), entry.getKey()))
                .toList();
    }
}
