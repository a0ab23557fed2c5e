package ft.transcendence.platform.process.settings;

import org.jspecify.annotations.Nullable;

/**
 * A setting that nothing reads.
 *
 * @param name as it was written, or nearly so
 * @param origin where it was written
 * @param suggestion what was probably meant; null when nothing is like it
 */
public record UnknownSetting(
        String name, String origin, @Nullable String suggestion) {
    String describe() {
        String found = name + " (from " + origin + ")";
        return suggestion == null ? found : found + ": did you mean " + suggestion + "?";
    }
}
