package ft.transcendence.composition.satisfiability;

import ft.transcendence.federation.planner.graph.GraphNode;
import ft.transcendence.federation.supergraph.SupergraphType;
import ft.transcendence.federation.supergraph.TypeJoin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says why the runtime type of an interface object stays unknown. */
final class InterfaceObjectExplanation {
    private InterfaceObjectExplanation() {}

    static Explanation of(ServingGraph graph, String interfaceName, Set<GraphNode> values) {
        List<String> lines = new ArrayList<>();
        for (GraphNode value : values) {
            lines.add(Explanation.line(
                    value.subgraph(),
                    "does not know the types of " + interfaceName + ", which is an @interfaceObject there"));
        }
        SupergraphType type = graph.supergraph().type(interfaceName).orElseThrow();
        for (Map.Entry<String, TypeJoin> join : type.joins().entrySet()) {
            if (!join.getValue().interfaceObject()) {
                lines.add(Explanation.line(
                        join.getKey(),
                        "has the interface, but cannot be entered: "
                                + ClosedSubgraph.byKeys(type, join.getKey()).text()));
            }
        }
        return new Explanation(
                lines,
                "give the interface " + interfaceName
                        + " a resolvable @key in a subgraph that has its types, of fields that the @interfaceObject has too");
    }
}
