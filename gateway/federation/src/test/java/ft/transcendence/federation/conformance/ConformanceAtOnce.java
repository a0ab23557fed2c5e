package ft.transcendence.federation.conformance;

import ft.transcendence.federation.subgraphs.AtOnce;
import org.junit.jupiter.api.Test;

/** {@link ConformanceTests} as one test, for mutation tests only. */
final class ConformanceAtOnce {

    @Test
    void passesEveryCase() throws Throwable {
        AtOnce.run(new ConformanceTests().passesEveryCase());
    }
}
