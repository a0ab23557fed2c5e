package ft.transcendence.federation.planner;

import ft.transcendence.federation.subgraphs.AtOnce;
import org.junit.jupiter.api.Test;

/** {@link PlanFileTests} as one test, for mutation tests only. */
final class PlanFilesAtOnce {

    @Test
    void plans() throws Throwable {
        AtOnce.run(new PlanFileTests().plans());
    }
}
