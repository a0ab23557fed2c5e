package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.planner.graph.KeyEdge;
import ft.transcendence.federation.planner.tree.PathCandidate;
import java.util.List;

/**
 * How entities of one type are sent on a hop.
 *
 * @param suppliers the sources that supply the key and the requirements, those of {@code __typename} included
 * @param anyType true when the suppliers do not tell object types apart: what is sent for one is sent for all
 */
public record EntityInput(KeyEdge edge, List<PathCandidate> suppliers, boolean anyType) {
    public EntityInput {
        suppliers = List.copyOf(suppliers);
    }
}
