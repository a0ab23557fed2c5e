package ft.transcendence.federation.planner;

import ft.transcendence.federation.operation.NormalizedField;
import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.planner.graph.FieldResolution.FieldEdge;
import ft.transcendence.federation.planner.graph.GraphNode;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.graph.Reachability;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.SupergraphType;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Removes selections on union members that cannot occur at their position. When several subgraphs can resolve the same union field, they must return
 * the same object whichever of them is used, so only members known to all of them can occur. A member known to only one of them would make the result
 * depend on that choice. On a path that only one subgraph can take, the union keeps all its members.
 */
final class CommonMembers {
    private final QueryGraph graph;
    private final Reachability reachability;
    private final Set<String> partialUnions;

    private CommonMembers(QueryGraph graph, Set<String> partialUnions) {
        this.graph = graph;
        this.reachability = new Reachability(graph);
        this.partialUnions = partialUnions;
    }

    /** The unions whose members differ between subgraphs. */
    static Set<String> partialUnions(Supergraph supergraph) {
        return supergraph.types().values().stream()
                .filter(type -> type.kind() == TypeKind.UNION)
                .filter(type -> type.members().values().stream().distinct().count() > 1)
                .map(SupergraphType::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The operation without impossible selections; the same instance if it selects none of these unions. */
    static NormalizedOperation of(NormalizedOperation operation, QueryGraph graph, Set<String> partialUnions) {
        if (partialUnions.isEmpty() || !selectsAny(operation.fields(), partialUnions)) {
            return operation;
        }
        Supergraph supergraph = graph.supergraph();
        String rootType = supergraph.rootType(operation.kind()).orElseThrow();
        List<GraphNode> roots = supergraph.type(rootType).orElseThrow().joins().keySet().stream()
                .map(subgraph -> new GraphNode(subgraph, rootType, FieldSet.EMPTY))
                .toList();
        List<NormalizedField> fields = new CommonMembers(graph, partialUnions).below(operation.fields(), roots, false);
        return operation.withFields(fields);
    }

    private static boolean selectsAny(List<NormalizedField> fields, Set<String> unions) {
        return fields.stream()
                .anyMatch(field -> unions.contains(field.type().namedType()) || selectsAny(field.fields(), unions));
    }

    /**
     * @param graphNodes where the subgraphs hold the objects
     * @param isPartial whether the objects are of a union whose members differ
     */
    private List<NormalizedField> below(List<NormalizedField> fields, List<GraphNode> graphNodes, boolean isPartial) {
        List<NormalizedField> kept = new ArrayList<>();
        for (NormalizedField field : fields) {
            List<String> types =
                    isPartial && !field.isTypename() ? common(field.objectTypes(), graphNodes) : field.objectTypes();
            if (types.isEmpty()) {
                continue;
            }
            List<NormalizedField> inner = selectsAny(field.fields(), partialUnions)
                            || partialUnions.contains(field.type().namedType())
                    ? below(
                            field.fields(),
                            values(field, types, graphNodes),
                            partialUnions.contains(field.type().namedType()))
                    : field.fields();
            kept.add(
                    types.size() == field.objectTypes().size()
                            ? field.withFields(inner)
                            : field.forTypes(types, inner));
        }
        return kept;
    }

    /** The types that either all of the subgraphs can return or none. */
    private List<String> common(List<String> objectTypes, List<GraphNode> graphNodes) {
        return objectTypes.stream()
                .filter(type -> graphNodes.stream()
                                .map(graphNode -> graph.possibleTypes(graphNode.subgraph(), graphNode.localType())
                                        .contains(type))
                                .distinct()
                                .count()
                        < 2)
                .toList();
    }

    /** The graph nodes that a field's value is at. */
    private List<GraphNode> values(NormalizedField field, List<String> objectTypes, List<GraphNode> graphNodes) {
        Set<GraphNode> values = new LinkedHashSet<>();
        for (String type : objectTypes) {
            for (GraphNode graphNode :
                    reachability.follow(graphNodes, type, true).all()) {
                if (graph.resolve(graphNode, type, field.name()) instanceof FieldEdge edge) {
                    values.add(new GraphNode(graphNode.subgraph(), edge.type().namedType(), edge.provided()));
                }
            }
        }
        return List.copyOf(values);
    }
}
