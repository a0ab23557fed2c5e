package ft.transcendence.platform.process.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A setting that cannot be used.
 *
 * @param name as it was written, or nearly so
 * @param value what it was set to; null if that is unknown or may be a secret
 * @param origin where it is set
 * @param reason what is wrong, or what is allowed
 */
public record SettingProblem(String name, @Nullable String value, String origin, String reason) {
    private static final Pattern SECRET = Pattern.compile(".*(secret|credential|password|token|key)");
    private static final int LONGEST_VALUE = 200;

    /** A setting that nothing reads. Its value is left out, since a misspelt name can belong to a secret. */
    public static SettingProblem unknown(String name, String origin, Optional<String> suggestion) {
        return new SettingProblem(
                name,
                null,
                origin,
                suggestion.map(near -> "did you mean " + near + "?").orElse("there is no such setting"));
    }

    /** A setting with a wrong value, which is left out if the name sounds like a secret's. */
    public static SettingProblem wrong(String name, @Nullable Object value, String origin, String reason) {
        boolean secret = SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches();
        return new SettingProblem(name, value == null || secret ? null : shortened(value.toString()), origin, reason);
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    /** One line. */
    public String describe() {
        return name + (value == null ? "" : " = " + value) + " (from " + origin + "): " + reason;
    }
}
