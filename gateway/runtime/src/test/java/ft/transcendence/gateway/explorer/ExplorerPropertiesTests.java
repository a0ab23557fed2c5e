package ft.transcendence.gateway.explorer;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static ft.transcendence.gateway.settings.BoundSettings.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplorerPropertiesTests {
    @Test
    void isOffByDefault() {
        assertThat(bind(ExplorerProperties.class).enabled()).isFalse();
        assertThat(bind(ExplorerProperties.class, "enabled=true").enabled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"enabled=perhaps | perhaps", "on=true | on"})
    void refuses(String setting, String reason) {
        assertThat(refusalOf(ExplorerProperties.class, setting)).contains(reason);
    }
}
