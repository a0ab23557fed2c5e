package ft.transcendence.federation.planner.tree;

import ft.transcendence.federation.planner.graph.GraphNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entity hop or root move, whatever place it is made from. Equal only to itself: places that are had alike share theirs. */
final class EntityMovePattern {
    private final String subgraph;
    private final Map<String, GraphNode> graphNodes;
    private final List<String> objectTypes;
    private final Kind kind;

    enum Kind {
        /** Entities of known type. */
        ENTITIES,
        /** Entities whose representations name only the interface, because the runtime type is not known yet. */
        BY_INTERFACE,
        /** Objects of the query type: the subgraph is asked for fields of its own root. */
        QUERY,
        /** Objects of the mutation type, likewise. */
        MUTATION
    }

    /** @param standpoints by object type */
    EntityMovePattern(String subgraph, Map<String, GraphNode> graphNodes, Kind kind) {
        this.subgraph = subgraph;
        this.graphNodes = Collections.unmodifiableMap(new LinkedHashMap<>(graphNodes));
        this.objectTypes = List.copyOf(graphNodes.keySet());
        this.kind = kind;
    }

    String subgraph() {
        return subgraph;
    }

    Map<String, GraphNode> graphNodes() {
        return graphNodes;
    }

    /** The object types that can be sent. */
    List<String> objectTypes() {
        return objectTypes;
    }

    Kind kind() {
        return kind;
    }
}
