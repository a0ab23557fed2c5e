package ft.transcendence.platform.process.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Some settings are not known; none of their values is in the message, since it may be a secret. */
public final class UnknownSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownSettingsException(List<UnknownSetting> unknown) {
        super(unknown.stream()
                .map(setting -> "  " + setting.describe())
                .collect(Collectors.joining("\n", "There is no such setting:\n\n", "")));
    }
}
