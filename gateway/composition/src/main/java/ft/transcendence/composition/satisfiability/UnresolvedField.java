package ft.transcendence.composition.satisfiability;

import ft.transcendence.federation.planner.graph.FieldResolution.FieldEdge;
import ft.transcendence.federation.planner.graph.GraphNode;
import ft.transcendence.federation.planner.graph.Reachability.ReachableNodes;
import ft.transcendence.federation.supergraph.ContextArgument;
import ft.transcendence.federation.supergraph.FieldJoin;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.SupergraphField;
import ft.transcendence.federation.supergraph.SupergraphType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says why a subgraph that is reached does not resolve a field. */
final class UnresolvedField {
    private final ServingGraph graph;
    private final WalkState state;
    private final SupergraphType type;
    private final String field;
    private final String coordinate;
    private final Optional<SupergraphField> definition;

    UnresolvedField(ServingGraph graph, WalkState state, String field) {
        this.graph = graph;
        this.state = state;
        this.field = field;
        this.type = graph.supergraph().type(state.objectType()).orElseThrow();
        this.coordinate = type.name() + "." + field;
        this.definition = type.field(field);
    }

    /** Empty if the subgraph does not have the field. */
    Optional<Reason> in(String subgraph, ReachableObject object) {
        for (GraphNode node : object.reachable().all()) {
            if (node.subgraph().equals(subgraph)
                    && graph.graph(state.labels()).resolve(node, state.objectType(), field) instanceof FieldEdge edge) {
                return Optional.of(requiring(object, node, edge));
            }
        }
        return definition.flatMap(found -> found.join(subgraph)).map(join -> notResolving(subgraph, join));
    }

    private Reason notResolving(String subgraph, FieldJoin join) {
        Optional<Map.Entry<String, FieldJoin>> newHome = definition.stream()
                .flatMap(found -> found.joins().entrySet().stream())
                .filter(entry ->
                        entry.getValue().overrides().filter(subgraph::equals).isPresent())
                .findFirst();
        if (newHome.isPresent()) {
            return new Reason(
                    "has " + coordinate + ", but \"" + newHome.get().getKey() + "\" overrides it"
                            + newHome.get()
                                    .getValue()
                                    .overrideLabel()
                                    .map(UnresolvedField::whileActive)
                                    .orElse(""),
                    enter(newHome.get().getKey(), subgraph));
        }
        if (join.overrideLabel().isPresent()) {
            return new Reason(
                    "has " + coordinate + " only"
                            + whileActive(join.overrideLabel().get()),
                    enter(join.overrides().orElse(""), subgraph));
        }
        return new Reason(
                "has " + coordinate + ", but marks it @external",
                "let \"" + subgraph + "\" resolve " + coordinate + ", or give " + type.name()
                        + " a @key by which a subgraph can be entered that does");
    }

    private static String whileActive(String label) {
        return " while the label \"" + label + "\" is active";
    }

    private String enter(String subgraph, String from) {
        return "give " + type.name() + " a @key by which \"" + subgraph + "\" can be entered from \"" + from + "\"";
    }

    private Reason requiring(ReachableObject object, GraphNode node, FieldEdge edge) {
        for (ContextArgument argument : edge.contextArguments()) {
            if (!ContextValues.supply(state.contexts(), argument)) {
                String context = context(argument);
                return new Reason(
                        "has " + coordinate + ", but no object on the way supplies \"" + argument.selection()
                                + "\" of the context \"" + context + "\" for its argument " + argument.name(),
                        "set the context \"" + context + "\" on every way to " + coordinate + ", on types whose \""
                                + argument.selection() + "\" can be resolved there");
            }
        }
        String requires = edge.requires().isEmpty() ? "a context" : "\"" + edge.requires() + "\"";
        Optional<String> missing = missing(node, edge.requires());
        if (missing.isPresent()) {
            return new Reason(
                    "has " + coordinate + ", which requires " + requires + ", but does not lead to \"" + missing.get()
                            + "\"",
                    "let \"" + node.subgraph() + "\" resolve a key of " + type.name() + " by which a subgraph with \""
                            + missing.get() + "\" can be entered");
        }
        boolean isEntered = object.reachable().entered().containsKey(node.subgraph());
        return new Reason(
                "has " + coordinate + ", which requires " + requires
                        + (isEntered
                                ? ", but that leads back to itself"
                                : ", but resolves no key to be entered again by"),
                "give " + type.name() + " a @key in \"" + node.subgraph() + "\" that \"" + node.subgraph()
                        + "\" itself resolves");
    }

    private static String context(ContextArgument argument) {
        int split = argument.context().indexOf("__");
        return split < 0 ? argument.context() : argument.context().substring(split + 2);
    }

    private Optional<String> missing(GraphNode node, FieldSet required) {
        ReachableNodes fromHere = graph.reachability().follow(List.of(node), state.objectType(), false);
        return FieldPaths.of(required).stream()
                .filter(path -> !graph.reachability().covers(fromHere, state.objectType(), path))
                .map(FieldSet::toString)
                .findFirst();
    }
}
