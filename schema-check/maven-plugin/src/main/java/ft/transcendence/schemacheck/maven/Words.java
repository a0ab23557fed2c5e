package ft.transcendence.schemacheck.maven;

import ft.transcendence.schemacheck.finding.CheckException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Parameters whose value is one of a few words. */
final class Words {
    private Words() {}

    static <T extends Enum<T>> T parse(Class<T> type, String parameter, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> word(value).equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new CheckException("the parameter " + parameter + " is '" + text + "', but must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Words::word)
                                        .collect(Collectors.joining(", "))));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
