package ft.transcendence.platform.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestCounterTests {

    @Test
    void countsEachStatementPerRequest() {
        assertThat(RequestCounter.frequencies(
                        List.of("SELECT id\n\tFROM match", "SELECT id FROM match", "SELECT 1", "SELECT id FROM match"),
                        2))
                .isEqualTo(Map.of("SELECT id FROM match", 1.5, "SELECT 1", 0.5));
    }
}
