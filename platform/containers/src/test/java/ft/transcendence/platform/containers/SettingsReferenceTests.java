package ft.transcendence.platform.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class SettingsReferenceTests {

    @Test
    void isUpToDate() throws IOException {
        String reference = SettingsReference.render();
        if (Boolean.getBoolean("settings.write")) {
            Files.writeString(Repository.ROOT.resolve(SettingsReference.FILE), reference);
        }
        assertThat(Repository.exists(SettingsReference.FILE)).isTrue();
        assertThat(Repository.read(SettingsReference.FILE))
                .as("the settings have changed; regenerate %s with ./transcend settings", SettingsReference.FILE)
                .isEqualTo(reference);
    }

    @Test
    void describesEverySetting() {
        assertThat(SettingsReference.settings()).hasSizeGreaterThan(80).allSatisfy(setting -> assertThat(
                        setting.description())
                .as("description of %s, from the Javadoc of its record component", setting.name())
                .hasSizeGreaterThan(5)
                .isNotEqualTo("null"));
    }
}
