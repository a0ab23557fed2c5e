package ft.transcendence.users.name;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import java.text.Normalizer;
import java.util.List;
import java.util.UUID;

/**
 * Chooses usernames for new players. Keycloak restricts usernames at registration. A username that does not meet the
 * rules anyway is adapted, so that its owner can still log in.
 *
 * <p>Generated usernames contain a colon, which no player's own username does.
 */
public final class Usernames {

    private static final String DELETED = "deleted:";
    private static final String GENERATED = "player:";

    /** The prefixes of generated usernames, each followed by an id. */
    static final List<String> GENERATED_PREFIXES = List.of(DELETED, GENERATED);

    private static final int MAX_LENGTH = 50;
    private static final String FALLBACK = "player";
    private static final SpoofChecker SCRIPTS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(RestrictionLevel.SINGLE_SCRIPT_RESTRICTIVE)
            .build();

    private Usernames() {}

    /** The username of an erased player. */
    public static String ofErased(UUID id) {
        return DELETED + id;
    }

    /**
     * The usernames to try for a new player, best first. The last one is always available, since it contains the
     * player's id.
     */
    public static List<String> candidates(String preferred, UUID id) {
        String normalized = normalize(preferred);
        String start = PersonalText.truncate(normalized, MAX_LENGTH - 9);
        return List.of(normalized, start + "-" + id.toString().substring(0, 8), generated(id));
    }

    /**
     * Whether this is the generated username that is always available, even if someone else's display name looks like
     * it.
     */
    public static boolean isGenerated(String username, UUID id) {
        return username.equals(generated(id));
    }

    private static String generated(UUID id) {
        return GENERATED + id;
    }

    /**
     * Keeps letters and digits of one script, dots, underscores and hyphens. Of an e-mail address only the local part
     * is kept.
     */
    static String normalize(String preferred) {
        String name = Normalizer.normalize(preferred, Normalizer.Form.NFC);
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
