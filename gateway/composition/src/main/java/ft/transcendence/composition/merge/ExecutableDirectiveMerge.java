package ft.transcendence.composition.merge;

import ft.transcendence.composition.HintCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.DirectiveLocations;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Merges the definitions of directives that operations can use: those that all subgraphs define, for the locations that all of them allow. */
final class ExecutableDirectiveMerge {
    private final MergeState state;
    private final ArgumentMerge arguments;

    ExecutableDirectiveMerge(MergeState state, ArgumentMerge arguments) {
        this.state = state;
        this.arguments = arguments;
    }

    /** Empty if the supergraph does not have the directive. */
    Optional<DirectiveDefinition> merge(String name) {
        Sources<DirectiveDefinition> sources = state.sources(subgraph ->
                Optional.ofNullable(subgraph.schema().directiveDefinitions().get(name)));
        if (sources.isMissingSomewhere()) {
            hint(
                    HintCode.INCONSISTENT_EXECUTABLE_DIRECTIVE_PRESENCE,
                    "@" + name + " is not in the supergraph: it is defined in "
                            + state.mismatch().present(sources) + " but not in "
                            + state.mismatch().missing(sources),
                    sources);
            return Optional.empty();
        }
        Set<String> locations = locations(name, sources);
        if (locations.isEmpty()) {
            return Optional.empty();
        }
        List<DirectiveDefinition> definitions = List.copyOf(sources.elements());
        boolean repeatable = definitions.stream().allMatch(DirectiveDefinition::repeatable);
        if (!repeatable && definitions.stream().anyMatch(DirectiveDefinition::repeatable)) {
            hint(
                    HintCode.INCONSISTENT_EXECUTABLE_DIRECTIVE_REPEATABLE,
                    "@" + name + " is repeatable in some subgraphs only; it is not in the supergraph",
                    sources);
        }
        return Optional.of(new DirectiveDefinition(
                name,
                description(definitions),
                arguments.merge(sources, DirectiveDefinition::arguments, "@" + name),
                repeatable,
                locations,
                places(sources)));
    }

    private Set<String> locations(String name, Sources<DirectiveDefinition> sources) {
        List<Set<String>> all = sources.elements().stream()
                .map(ExecutableDirectiveMerge::executable)
                .toList();
        Set<String> common = new TreeSet<>(all.getFirst());
        all.forEach(common::retainAll);
        if (common.isEmpty()) {
            hint(
                    HintCode.NO_EXECUTABLE_DIRECTIVE_INTERSECTION,
                    "@" + name + " is not in the supergraph: no location is common to all subgraphs",
                    sources);
        } else if (all.stream().distinct().count() > 1) {
            hint(
                    HintCode.INCONSISTENT_EXECUTABLE_DIRECTIVE_LOCATIONS,
                    "@" + name + " has the locations common to all subgraphs: " + String.join(", ", common),
                    sources);
        }
        return common;
    }

    private static Set<String> executable(DirectiveDefinition definition) {
        Set<String> locations = new LinkedHashSet<>(definition.locations());
        locations.removeIf(location -> !DirectiveLocations.isExecutable(location));
        return locations;
    }

    private static @Nullable String description(List<DirectiveDefinition> definitions) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        definitions.forEach(definition ->
                Optional.ofNullable(definition.description()).ifPresent(text -> counts.merge(text, 1, Integer::sum)));
        return DescriptionMerge.mostFrequent(counts).orElse(null);
    }

    private static List<Place> places(Sources<DirectiveDefinition> sources) {
        return sources.elements().stream()
                .flatMap(definition -> definition.places().stream())
                .toList();
    }

    private void hint(HintCode code, String message, Sources<DirectiveDefinition> sources) {
        state.findings().hint(code, message, places(sources));
    }
}
