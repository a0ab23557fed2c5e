package ft.transcendence.gateway.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphErrorPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SubgraphErrorRedactionTests {

    private final AtomicLong nanoTime = new AtomicLong();
    private final SubgraphErrorRedaction errors =
            new SubgraphErrorRedaction(SubgraphErrorPolicy.redacting(), nanoTime::get);

    @Test
    void throttlesTheLogBySubgraphAndCodeAndCountsWhatWasLeftOut(CapturedOutput log) {
        for (int response = 0; response < 1_000; response++) {
            report("players", "BROKEN");
        }
        report("players", "OTHER");
        report("matches", "BROKEN");
        assertThat(lines(log)).hasSize(3);

        nanoTime.addAndGet(Duration.ofSeconds(10).toNanos());
        report("players", "BROKEN");
        assertThat(lines(log))
                .hasSize(4)
                .last()
                .asString()
                .contains("; 999 responses with the same code were not logged");
    }

    private void report(String subgraph, String code) {
        errors.redacted(
                subgraph,
                List.of(Map.of("message", "broken", "extensions", Map.of("code", code))),
                RequestContext.anonymous());
    }

    private static List<String> lines(CapturedOutput log) {
        return log.getAll()
                .lines()
                .filter(line -> line.contains("that clients do not see"))
                .toList();
    }
}
