package ft.transcendence.subgraph.execution;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestGateTests {

    private final AtomicLong nanoTime = new AtomicLong();
    private final RequestGate gate = new RequestGate(
            "/graphql",
            new ExecutionProperties(1, 1, 1, Duration.ofSeconds(1), 1, 0, Duration.ofSeconds(1)),
            nanoTime::get);

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

    @Test
    void isStuckWhenWhoIsInsideNeverLeaves() throws Exception {
        gate.doFilter(request(), new MockHttpServletResponse(), (request, response) -> {
            pass(Duration.ofSeconds(6));
            assertThat(gate.isStuck()).isFalse();
            pass(Duration.ofMillis(1));
            assertThat(gate.isStuck()).isTrue();
        });
        assertThat(gate.isStuck()).isFalse();
    }

    @Test
    void isNotStuckWhileNobodyComes() {
        pass(Duration.ofDays(1));
        assertThat(gate.isStuck()).isFalse();
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
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
