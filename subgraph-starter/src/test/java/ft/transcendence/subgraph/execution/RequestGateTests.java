package ft.transcendence.subgraph.execution;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestGateTests {

    private final RequestGate gate = new RequestGate(
            "/graphql", new ExecutionProperties(1, 1, 1, Duration.ofSeconds(1), 1, 0, Duration.ofSeconds(1)));

    @Test
    void refusesWhoComesWhileAllPlacesAreTaken() throws Exception {
        MockHttpServletResponse second = new MockHttpServletResponse();
        gate.doFilter(request(), new MockHttpServletResponse(), (request, response) -> passThrough(second));
        assertThat(second.getContentAsString()).contains("\"code\":\"UNAVAILABLE\"");
        assertThat(second.getStatus()).isEqualTo(200);
    }

    @Test
    void letsTheNextInAfterwards() throws Exception {
        gate.doFilter(request(), new MockHttpServletResponse(), (request, response) -> {});
        assertThat(passThrough(new MockHttpServletResponse())).isTrue();
    }

    private boolean passThrough(MockHttpServletResponse response) throws IOException, ServletException {
        boolean[] passed = new boolean[1];
        gate.doFilter(request(), response, (request, answer) -> passed[0] = true);
        return passed[0];
    }

    private static MockHttpServletRequest request() {
        return new MockHttpServletRequest("POST", "/graphql");
    }
}
