package ft.transcendence.platform.process.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Some settings are unknown. The message does not contain their values, which may be secrets. */
public final class UnknownSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownSettingsException(List<UnknownSetting> unknown) {
        super(unknown.stream()
                .map(setting -> "  " + setting.describe())
                .collect(Collectors.joining("\n", "Unknown settings:\n\n", "")));
    }
}
