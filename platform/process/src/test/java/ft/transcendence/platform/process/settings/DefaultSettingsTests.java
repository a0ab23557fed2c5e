package ft.transcendence.platform.process.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class DefaultSettingsTests {
    private final StandardEnvironment environment = new StandardEnvironment();

    @Test
    void applyWhereTheApplicationHasNoOthers() {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("application.yaml", Map.of("library.name", "shop")));

        DefaultSettings.add("library-defaults.yaml", environment);

        assertThat(environment.getProperty("library.port")).isEqualTo("9080");
        assertThat(environment.getProperty("library.name")).isEqualTo("shop");
    }
}
