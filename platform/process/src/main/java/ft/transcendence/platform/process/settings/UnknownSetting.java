package ft.transcendence.platform.process.settings;

import org.jspecify.annotations.Nullable;

/**
 * A setting that the application does not know.
 *
 * @param name as it was written, or nearly so
 * @param origin where it is set
 * @param suggestion what was probably meant; null if no known setting is similar
 */
public record UnknownSetting(
        String name, String origin, @Nullable String suggestion) {
    String describe() {
        String found = name + " (from " + origin + ")";
        return suggestion == null ? found : found + ": did you mean " + suggestion + "?";
    }
}
