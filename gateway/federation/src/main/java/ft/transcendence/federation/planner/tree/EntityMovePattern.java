package ft.transcendence.federation.planner.tree;

import ft.transcendence.federation.planner.graph.GraphNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entity move, independent of the query tree node it starts from. Compared by identity: nodes with equal candidates share patterns. */
final class EntityMovePattern {
    private final String subgraph;
    private final Map<String, GraphNode> graphNodes;
    private final List<String> objectTypes;
    private final Kind kind;

    enum Kind {
        /** Entities whose type is known. */
        ENTITIES,
        /** Entities that the subgraph holds already, and that it can be entered for again only by a key which it resolves for no other. */
        ENTITIES_AGAIN,
        /** Entities whose representations carry the interface's name, because their runtime type is not known yet. */
        BY_INTERFACE,
        /** Objects of the query type: root fields of the subgraph are selected. */
        QUERY,
        /** Objects of the mutation type: root fields of the subgraph are selected. */
        MUTATION
    }

    /** @param graphNodes by object type, where the move leads */
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
