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
    private static final String NAMELESS = "player:";

    /** How the names begin that the platform makes up of an id. */
    static final List<String> MADE_UP = List.of(DELETED, NAMELESS);

    private static final int LONGEST = 50;
    private static final String UNNAMED = "player";
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
        String fitting = fitting(given);
        String start = PersonalText.shortened(fitting, LONGEST - 9);
        return List.of(fitting, start + "-" + id.toString().substring(0, 8), madeUp(id));
    }

    /** Whether this is the name that is nobody else's, whatever others call themselves: no display name keeps its player out. */
    public static boolean isMadeUp(String username, UUID id) {
        return username.equals(madeUp(id));
    }

    private static String madeUp(UUID id) {
        return NAMELESS + id;
    }

    /** Letters and digits of one script, dots, underscores and hyphens; of an e-mail address what stands before the at sign. */
    static String fitting(String given) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC);
        int at = name.indexOf('@');
        String kept = filtered(at > 0 ? name.substring(0, at) : name);
        if (SCRIPTS.failsChecks(kept)) {
            kept = kept.replaceAll("[^A-Za-z0-9._-]", "");
        }
        String shortened = PersonalText.shortened(PersonalText.clean(kept, LONGEST), LONGEST);
        return shortened.isEmpty() ? UNNAMED : shortened;
    }

    private static String filtered(String name) {
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
