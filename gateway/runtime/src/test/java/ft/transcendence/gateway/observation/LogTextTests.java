package ft.transcendence.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTests {
    @Test
    void isOneShortLine() {
        assertThat(LogText.clean("a\r\nb\u2028c")).isEqualTo("a b c");
        assertThat(LogText.clean("x".repeat(5_000))).hasSize(301).endsWith("…");
    }

    @Test
    void omitsPasswordsAndQueriesOfAddresses() {
        assertThat(LogText.clean("at http://me:pw@host:1/path?key=value failed"))
                .isEqualTo("at http://host:1/path failed");
    }
}
