package ft.transcendence.composition.subgraph;

import ft.transcendence.composition.schema.Names;
import java.util.Optional;

/**
 * The argument of {@code @fromContext}, for example {@code $user { name }}.
 *
 * @param context the name, without {@code $}
 * @param selection the rest, as written; may be empty
 */
public record ContextSelection(String context, String selection) {

    /** Empty if the text does not begin with a context. */
    public static Optional<ContextSelection> parse(String text) {
        int dollar = ignored(text, 0);
        if (dollar == text.length() || text.charAt(dollar) != '$') {
            return Optional.empty();
        }
        int start = ignored(text, dollar + 1);
        int end = start;
        while (end < text.length() && Names.isPart(text.charAt(end))) {
            end++;
        }
        return end == start || Character.isDigit(text.charAt(start))
                ? Optional.empty()
                : Optional.of(new ContextSelection(text.substring(start, end), text.substring(end)));
    }

    /** Skips what GraphQL ignores: white space, commas and comments. */
    private static int ignored(String text, int start) {
        int position = start;
        while (position < text.length()) {
            switch (text.charAt(position)) {
                case ' ', ',', '\t', '\n', '\r' -> position++;
                case '#' -> {
                    while (position < text.length() && text.charAt(position) != '\n' && text.charAt(position) != '\r') {
                        position++;
                    }
                }
                default -> {
                    return position;
                }
            }
        }
        return position;
    }
}
