package ft.transcendence.federation.planner.tree;

import ft.transcendence.federation.supergraph.ContextArgument;
import java.util.List;
import java.util.Optional;

/**
 * Where a hop gets an argument from that its subgraph takes from an enclosing object.
 *
 * @param source the nearest enclosing place that sets the context; empty when there is none, and null is given
 * @param sourceTypes the object types there that set it
 */
public record ContextInput(ContextArgument argument, Optional<QueryTreeNode> source, List<String> sourceTypes) {
    public ContextInput {
        sourceTypes = List.copyOf(sourceTypes);
    }
}
