package ft.transcendence.composition.satisfiability;

import ft.transcendence.federation.supergraph.SupergraphType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says why a field cannot be resolved: of each subgraph that is reached, why it does not resolve the field, and of each that would resolve it, why it
 * is not reached.
 */
final class FieldExplanation {
    private final ServingGraph graph;
    private final WalkState state;
    private final String field;
    private final SupergraphType type;

    FieldExplanation(ServingGraph graph, WalkState state, String field) {
        this.graph = graph;
        this.state = state;
        this.field = field;
        this.type = graph.supergraph().type(state.objectType()).orElseThrow();
    }

    Explanation explain() {
        Map<String, ReachableObject> reached = new LinkedHashMap<>();
        for (ReachableObject object : state.objects()) {
            object.reachable().all().forEach(node -> reached.putIfAbsent(node.subgraph(), object));
        }
        String coordinate = type.name() + "." + field;
        UnresolvedField unresolved = new UnresolvedField(graph, state, field);
        Set<String> without = new LinkedHashSet<>();
        List<String> lines = new ArrayList<>();
        List<String> advice = new ArrayList<>();
        for (Map.Entry<String, ReachableObject> entry : reached.entrySet()) {
            Optional<Reason> reason = unresolved.in(entry.getKey(), entry.getValue());
            if (reason.isPresent()) {
                lines.add(Explanation.line(entry.getKey(), reason.get().text()));
                advice.add(reason.get().advice());
            } else {
                without.add(entry.getKey());
            }
        }
        for (String subgraph : resolving()) {
            if (!reached.containsKey(subgraph)) {
                Reason reason = ClosedSubgraph.of(graph, state, subgraph);
                lines.add(
                        Explanation.line(subgraph, "has " + coordinate + ", but cannot be entered: " + reason.text()));
                advice.add(reason.advice());
            }
        }
        if (!without.isEmpty()) {
            lines.addFirst(Explanation.line(
                    String.join("\", \"", without), (without.size() == 1 ? "does" : "do") + " not have " + coordinate));
        }
        return new Explanation(
                lines,
                advice.isEmpty() ? "resolve " + coordinate + " in a subgraph that is reached" : advice.getFirst());
    }

    /** The subgraphs that resolve the field, as a field of the type or of an interface object. */
    private Set<String> resolving() {
        Set<String> resolving = new LinkedHashSet<>();
        type.field(field).ifPresent(found -> found.joins().forEach((subgraph, join) -> {
            if (!join.external()) {
                resolving.add(subgraph);
            }
        }));
        type.interfaces().values().stream()
                .flatMap(Set::stream)
                .distinct()
                .flatMap(name -> graph.supergraph().type(name).stream())
                .forEach(found -> found.field(field).ifPresent(ofInterface -> ofInterface.joins().keySet().stream()
                        .filter(subgraph -> graph.graph().isInterfaceObject(subgraph, found.name()))
                        .forEach(resolving::add)));
        return resolving;
    }
}
