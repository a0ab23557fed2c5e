package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.planner.graph.EntityMove;
import java.util.List;

/**
 * How entities of one type are sent on a hop.
 *
 * @param suppliers the sources that supply the key and the requirements, those of {@code __typename} included
 */
public record HopInput(EntityMove move, List<Source> suppliers) {
    public HopInput {
        suppliers = List.copyOf(suppliers);
    }
}
