package ft.transcendence.users.name;

import com.ibm.icu.lang.UCharacter;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A player's first and last name; either can be missing.
 *
 * @param first as stored
 * @param last as stored
 */
record RealName(@Nullable String first, @Nullable String last) {

    /** Whether the text is this name, in either order. Case, spacing and the encoding of accents are ignored. */
    boolean isSpelledOutIn(String text) {
        String shown = comparable(text);
        return !shown.isEmpty() && (shown.equals(joined(first, last)) || shown.equals(joined(last, first)));
    }

    private static String joined(@Nullable String... parts) {
        return comparable(Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" ")));
    }

    private static String comparable(String text) {
        return PersonalText.normalizeLine(
                UCharacter.foldCase(PersonalText.normalizeLine(text.replaceAll("\\s+", " ")), true));
    }
}
