package ft.transcendence.platform.launcher;

import ft.transcendence.platform.process.settings.Spelling;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Suggests what a user may have meant by an unknown name. */
final class Suggestion {

    private static final int MIN_PART_LENGTH = 3;

    private Suggestion() {}

    /** Returns a sentence, preceded by a space, that suggests one of {@code known}; empty if none is similar. */
    static String didYouMean(Collection<String> known, String typed) {
        return Spelling.nearest(typed, known.stream())
                .or(() -> containing(known, typed))
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
    }

    /** The shortest name that contains what was typed. */
    private static Optional<String> containing(Collection<String> known, String typed) {
        return known.stream()
                .filter(name -> typed.length() >= MIN_PART_LENGTH && name.contains(typed))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }
}
