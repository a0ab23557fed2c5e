package ft.transcendence.platform.process.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Some settings are unknown or have values that are not allowed. The message names all of them, and contains no secrets. */
public final class WrongSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongSettingsException(List<SettingProblem> problems) {
        super(textOf(problems));
    }

    /** The problems, one per line. */
    static String textOf(List<SettingProblem> problems) {
        return problems.stream()
                .map(problem -> "  " + problem.describe())
                .distinct()
                .collect(Collectors.joining("\n", "Settings that cannot be used:\n\n", ""));
    }
}
