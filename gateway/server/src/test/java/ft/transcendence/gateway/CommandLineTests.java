package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTests {
    @Test
    void leavesSettingsAsTheyAre() {
        assertThat(CommandLine.parse("--gateway.http.path=/x", "stray"))
                .isEqualTo(new CommandLine(false, List.of("--gateway.http.path=/x", "stray")));
    }

    @Test
    void namesTheFileInEitherForm() {
        CommandLine expected = new CommandLine(true, List.of("--gateway.config.file=router.yaml"));
        assertThat(CommandLine.parse("--check", "--config", "router.yaml")).isEqualTo(expected);
        assertThat(CommandLine.parse("--config=router.yaml", "--check")).isEqualTo(expected);
    }

    @Test
    void aMissingFileNameIsNoFile() {
        assertThat(CommandLine.parse("--config").settings()).containsExactly("--gateway.config.file=");
    }
}
