package ft.transcendence.federation.preparation;

import ft.transcendence.federation.planner.PlanTrace;
import java.util.List;

/**
 * How an operation is planned.
 *
 * @param deniedFields the paths of the fields that are not planned, because the caller may not see them
 */
public record ExplainedOperation(PlanTrace trace, List<String> deniedFields) {

    public ExplainedOperation {
        deniedFields = List.copyOf(deniedFields);
    }
}
