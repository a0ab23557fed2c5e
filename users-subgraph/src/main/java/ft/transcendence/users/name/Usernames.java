package ft.transcendence.users.name;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import java.text.Normalizer;
import java.util.List;
import java.util.UUID;

/**
 * The names by which players are found. The identity provider restricts them when an account is made; what it hands over all the same
 * is made to fit here, so that nobody is kept from logging in.
 *
 * <p>Names that the platform makes up hold a colon, which no player's has.
 */
public final class Usernames {

    private static final String DELETED = "deleted:";
    private static final String GENERATED = "player:";

    /** How the names begin that the platform makes up of an id. */
    static final List<String> GENERATED_PREFIXES = List.of(DELETED, GENERATED);

    private static final int MAX_LENGTH = 50;
    private static final String FALLBACK = "player";
    private static final SpoofChecker SCRIPTS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(RestrictionLevel.SINGLE_SCRIPT_RESTRICTIVE)
            .build();

    private Usernames() {}

    /** The name of whom was erased. */
    public static String ofErased(UUID id) {
        return DELETED + id;
    }

    /** The usernames to try for a new player, the best first; the last is nobody else's, since it holds the player's own id. */
    public static List<String> candidates(String given, UUID id) {
        String normalized = normalize(given);
        String start = PersonalText.truncate(normalized, MAX_LENGTH - 9);
        return List.of(normalized, start + "-" + id.toString().substring(0, 8), generated(id));
    }

    /** Whether this is the name that is nobody else's, whatever others call themselves: no display name keeps its player out. */
    public static boolean isGenerated(String username, UUID id) {
        return username.equals(generated(id));
    }

    private static String generated(UUID id) {
        return GENERATED + id;
    }

    /** Letters and digits of one script, dots, underscores and hyphens; of an e-mail address what stands before the at sign. */
    static String normalize(String given) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC);
        int at = name.indexOf('@');
        String kept = filter(at > 0 ? name.substring(0, at) : name);
        if (SCRIPTS.failsChecks(kept)) {
            kept = kept.replaceAll("[^A-Za-z0-9._-]", "");
        }
        String shortened = PersonalText.truncate(PersonalText.sanitizeLine(kept, MAX_LENGTH), MAX_LENGTH);
        return shortened.isEmpty() ? FALLBACK : shortened;
    }

    private static String filter(String name) {
        StringBuilder kept = new StringBuilder();
        name.codePoints()
                .filter(point -> Character.isLetterOrDigit(point)
                        || Character.getType(point) == Character.NON_SPACING_MARK
                        || Character.getType(point) == Character.COMBINING_SPACING_MARK
                        || point == '.'
                        || point == '_'
                        || point == '-')
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
