package ft.transcendence.subgraph.execution;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ConcurrencyLimitFilterTests {

    private final AtomicLong nanoTime = new AtomicLong();
    private final ConcurrencyLimitFilter filter = new ConcurrencyLimitFilter(
            "/graphql",
            new ExecutionProperties(1, 1, 1, Duration.ofSeconds(1), 1, 0, Duration.ofSeconds(1)),
            nanoTime::get);

    @Test
    void rejectsRequestsBeyondTheLimit() throws Exception {
        MockHttpServletResponse second = new MockHttpServletResponse();
        filter.doFilter(request(), new MockHttpServletResponse(), (request, response) -> passThrough(second));
        assertThat(second.getContentAsString()).contains("\"code\":\"UNAVAILABLE\"");
        assertThat(second.getStatus()).isEqualTo(200);
    }

    @Test
    void admitsTheNextRequestAfterwards() throws Exception {
        filter.doFilter(request(), new MockHttpServletResponse(), (request, response) -> {});
        assertThat(passThrough(new MockHttpServletResponse())).isTrue();
    }

    @Test
    void isStuckWhenRequestsNeverEnd() throws Exception {
        filter.doFilter(request(), new MockHttpServletResponse(), (request, response) -> {
            pass(Duration.ofSeconds(6));
            assertThat(filter.isStuck()).isFalse();
            pass(Duration.ofMillis(1));
            assertThat(filter.isStuck()).isTrue();
        });
        assertThat(filter.isStuck()).isFalse();
    }

    @Test
    void isNotStuckWithoutRequests() {
        pass(Duration.ofDays(1));
        assertThat(filter.isStuck()).isFalse();
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }

    private boolean passThrough(MockHttpServletResponse response) throws IOException, ServletException {
        boolean[] passed = new boolean[1];
        filter.doFilter(request(), response, (admitted, ignored) -> passed[0] = true);
        return passed[0];
    }

    private static MockHttpServletRequest request() {
        return new MockHttpServletRequest("POST", "/graphql");
    }
}
