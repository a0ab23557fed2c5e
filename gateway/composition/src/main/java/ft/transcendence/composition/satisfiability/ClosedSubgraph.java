package ft.transcendence.composition.satisfiability;

import ft.transcendence.federation.planner.graph.KeyEdge;
import ft.transcendence.federation.supergraph.EntityKey;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.SupergraphType;
import ft.transcendence.federation.supergraph.TypeJoin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says why a subgraph cannot be entered. */
final class ClosedSubgraph {
    private ClosedSubgraph() {}

    /** Why a subgraph cannot be entered for the objects of a state. */
    static Reason of(ServingGraph graph, WalkState state, String subgraph) {
        SupergraphType entered = entered(graph, state, subgraph);
        Set<String> texts = new LinkedHashSet<>();
        String advice = "";
        for (KeyEdge key : graph.graph().keyEdges(subgraph, state.objectType())) {
            for (ReachableObject object : state.objects()) {
                Optional<String> missing = missing(graph, state, object, subgraph, key.key());
                if (missing.isPresent()) {
                    String from = object.start().subgraph();
                    texts.add("its key \"" + key.key() + "\" cannot be sent from \"" + from
                            + "\", which does not lead to \"" + missing.get() + "\"");
                    advice = "resolve \"" + missing.get() + "\" of " + state.objectType() + " in \"" + from
                            + "\", or give " + entered.name() + " a @key in \"" + subgraph + "\" that \"" + from
                            + "\" resolves";
                }
            }
        }
        return texts.isEmpty() ? byKeys(entered, subgraph) : new Reason(String.join("; ", texts), advice);
    }

    /** The type by which the subgraph would be entered: the object type or an interface object. */
    private static SupergraphType entered(ServingGraph graph, WalkState state, String subgraph) {
        SupergraphType type = graph.supergraph().type(state.objectType()).orElseThrow();
        return type.interfaces().values().stream()
                .flatMap(Set::stream)
                .filter(name -> type.join(subgraph).isEmpty() && graph.graph().isInterfaceObject(subgraph, name))
                .findFirst()
                .flatMap(name -> graph.supergraph().type(name))
                .orElse(type);
    }

    private static Optional<String> missing(
            ServingGraph graph, WalkState state, ReachableObject object, String subgraph, FieldSet key) {
        return FieldPaths.of(key).stream()
                .filter(path -> !graph.reachability().coversKey(object.reachable(), subgraph, state.objectType(), path))
                .map(FieldSet::toString)
                .findFirst();
    }

    /** Why a subgraph cannot be entered by its keys of a type, as far as it does not depend on what is reached. */
    static Reason byKeys(SupergraphType type, String subgraph) {
        List<EntityKey> keys = type.join(subgraph).map(TypeJoin::keys).orElse(List.of());
        if (keys.isEmpty()) {
            return new Reason(
                    type.name() + " has no @key there",
                    "give " + type.name() + " a @key in \"" + subgraph + "\" that other subgraphs resolve");
        }
        if (keys.stream().noneMatch(EntityKey::resolvable)) {
            return new Reason(
                    "its keys of " + type.name() + " are not resolvable",
                    "remove resolvable: false from a @key of " + type.name() + " in \"" + subgraph
                            + "\", and resolve it there");
        }
        return new Reason(
                "no subgraph on the way resolves a key of " + type.name(),
                "resolve a key that " + type.name() + " has in \"" + subgraph + "\" in a subgraph on the way");
    }
}
