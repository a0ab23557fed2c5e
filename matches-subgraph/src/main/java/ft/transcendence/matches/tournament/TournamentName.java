package ft.transcendence.matches.tournament;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.text.Normalizer;

/** Checks names of tournaments, which everybody sees. */
final class TournamentName {

    static final int MAXIMUM_LENGTH = 60;

    private TournamentName() {}

    /**
     * The name as it is stored: in normal form, with single spaces.
     *
     * @throws ChangeRejectedException with {@link TournamentErrorCode#INVALID_TOURNAMENT_NAME}
     */
    static String of(String text) {
        String name = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\p{Zs}+", " ")
                .strip();
        boolean fits = !name.isEmpty() && name.codePointCount(0, name.length()) <= MAXIMUM_LENGTH;
        if (!fits
                || name.codePoints().anyMatch(TournamentName::isInvisible)
                || !name.codePoints().anyMatch(Character::isLetterOrDigit)) {
            throw new ChangeRejectedException(
                    TournamentErrorCode.INVALID_TOURNAMENT_NAME,
                    "A name has 1 to %d visible characters, with a letter or digit among them."
                            .formatted(MAXIMUM_LENGTH),
                    "name");
        }
        return name;
    }

    /** What breaks lines, reverses text or shows nothing. */
    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
