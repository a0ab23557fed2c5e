package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.planner.graph.KeyEdge;
import ft.transcendence.federation.planner.tree.PathCandidate;
import java.util.List;

/**
 * How entities of one type are sent in an entity move.
 *
 * @param suppliers the candidates that supply the key, the requirements and, where needed, {@code __typename}
 * @param anyType whether the suppliers do not tell object types apart, so that every object is sent in the same way
 */
public record EntityInput(KeyEdge edge, List<PathCandidate> suppliers, boolean anyType) {
    public EntityInput {
        suppliers = List.copyOf(suppliers);
    }
}
