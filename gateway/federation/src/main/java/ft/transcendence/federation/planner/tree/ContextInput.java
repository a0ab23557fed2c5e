package ft.transcendence.federation.planner.tree;

import ft.transcendence.federation.supergraph.ContextArgument;
import java.util.List;
import java.util.Optional;

/**
 * The origin of a {@code @fromContext} argument.
 *
 * @param source the nearest enclosing node that sets the context; empty if there is none, in which case null is sent
 * @param sourceTypes the object types at that node that set the context
 */
public record ContextInput(ContextArgument argument, Optional<QueryTreeNode> source, List<String> sourceTypes) {
    public ContextInput {
        sourceTypes = List.copyOf(sourceTypes);
    }
}
