package ft.transcendence.composition.satisfiability;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.planner.graph.GraphNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Collects the operations that cannot be planned: one for each field and each set of subgraphs that it cannot be reached from. */
final class Failures {
    private final Schema api;
    private final ServingGraph graph;
    private final QueryText queryText;
    private final Set<Cause> causes = new HashSet<>();
    private final List<Failure> failures = new ArrayList<>();
    private boolean hasTooManyStates;

    private record Cause(String coordinate, Set<String> subgraphs) {}

    private record Failure(String message, String advice, List<Place> places) {}

    Failures(Schema api, ServingGraph graph) {
        this.api = api;
        this.graph = graph;
        this.queryText = new QueryText(api);
    }

    Failures ofMutation() {
        return new Failures(api, graph);
    }

    boolean isEmpty() {
        return failures.isEmpty() && !hasTooManyStates;
    }

    void report(Findings findings) {
        if (hasTooManyStates) {
            findings.error(
                    ErrorCode.MAX_VALIDATION_SUBGRAPH_PATHS_EXCEEDED,
                    "the subgraphs can serve the API in too many different ways to check them all",
                    List.of());
        }
        failures.forEach(failure ->
                findings.error(ErrorCode.SATISFIABILITY_ERROR, failure.message(), failure.advice(), failure.places()));
    }

    /** No subgraph that serves the path can resolve a field, or be left for one that can. */
    void field(WalkState state, Field field, ApiPath path) {
        Set<String> subgraphs = new TreeSet<>();
        state.objects().forEach(object -> subgraphs.add(object.start().subgraph()));
        if (causes.add(new Cause(field.coordinate(), subgraphs))) {
            Explanation explanation = new FieldExplanation(graph, state, field.name()).explain();
            add(field.coordinate(), path, explanation, field.places());
        }
    }

    /** No subgraph can tell that an interface object is of a type. */
    void runtimeType(WalkState state, NamedType type, Set<GraphNode> values, ApiPath path) {
        Set<String> subgraphs = new TreeSet<>();
        values.forEach(value -> subgraphs.add(value.subgraph()));
        if (causes.add(new Cause(type.name(), subgraphs))) {
            add(
                    "the type of " + type.name(),
                    path,
                    InterfaceObjectExplanation.of(graph, type.name(), values),
                    places(state, type));
        }
    }

    private static List<Place> places(WalkState state, NamedType type) {
        return state.path() instanceof ApiPath.FieldStep step ? step.field().places() : type.places();
    }

    private void add(String what, ApiPath path, Explanation explanation, List<Place> places) {
        String message = what + " cannot be reached in\n"
                + queryText.write(path).indent(2) + String.join("\n", explanation.lines());
        failures.add(new Failure(message, explanation.advice(), places));
    }

    /** Not all paths were taken. */
    void tooManyStates() {
        hasTooManyStates = true;
    }

    /** A mutation fails if it fails in every subgraph that it can be called in. */
    void mutation(Field field, Map<String, Failures> bySubgraph) {
        hasTooManyStates |= bySubgraph.values().stream().anyMatch(ofSubgraph -> ofSubgraph.hasTooManyStates);
        if (bySubgraph.values().stream().anyMatch(ofSubgraph -> ofSubgraph.failures.isEmpty())) {
            return;
        }
        String message = bySubgraph.entrySet().stream()
                .map(entry -> "If it is called in \"" + entry.getKey() + "\":\n"
                        + entry.getValue().failures.stream()
                                .map(failure -> failure.message().indent(2))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
        failures.add(new Failure(
                field.coordinate()
                        + " is called in one subgraph only, and none of those that have it can serve its whole result.\n"
                        + message.stripTrailing(),
                "let one subgraph resolve all of the mutation's result, or give the result's types keys",
                field.places()));
    }
}
