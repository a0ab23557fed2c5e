package ft.transcendence.federation.differential;

import ft.transcendence.federation.subgraphs.AtOnce;
import org.junit.jupiter.api.Test;

/** {@link ComposedWorldsTests} as one test, for mutation tests only. */
final class ComposedWorldsAtOnce {

    @Test
    void respondsLikeOneServerWithTheFewestRequests() throws Throwable {
        AtOnce.run(new ComposedWorldsTests().respondsLikeOneServerWithTheFewestRequests());
    }
}
