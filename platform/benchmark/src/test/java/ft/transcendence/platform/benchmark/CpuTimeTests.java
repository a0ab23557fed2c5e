package ft.transcendence.platform.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CpuTimeTests {

    @Test
    void includesTheKernelAndChildrenThatHaveExited() {
        assertThat(
                        CpuTime.parse(
                                "758 (postgres: io (1)) S 1 758 758 0 -1 4194560 1 2 3 4 100 20 3 4 20 0 1 0 99 1000 200 18446744073709551615"))
                .isEqualTo(Duration.ofMillis(1270));
    }

    @Test
    void isPositiveForThisProcess() {
        assertThat(CpuTime.of(ProcessHandle.current())).isPositive();
    }
}
