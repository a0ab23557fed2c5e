package ft.transcendence.users.name;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a name looks like: names with a skeleton in common can be taken for each other (Unicode Technical Standard 39, section 4).
 *
 * <p>A name has several. One is that of the name in lower case, which makes upper and lower case alike; another that of the name as it is
 * written, since {@code I} looks like {@code l} and {@code i} does not; a third that of the order in which letters of right-to-left scripts
 * are seen, where that is not the order in which they are written.
 */
final class Skeletons {

    private static final SpoofChecker CONFUSABLES =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    private Skeletons() {}

    static Set<String> of(String name) {
        String visible = visible(name);
        Set<String> skeletons = new TreeSet<>();
        skeletons.add(skeleton(visible.toLowerCase(Locale.ROOT)));
        skeletons.add(skeleton(visible));
        skeletons.add(CONFUSABLES.getBidiSkeleton(Bidi.LTR, visible.toLowerCase(Locale.ROOT)));
        return skeletons;
    }

    private static String skeleton(String name) {
        return CONFUSABLES.getSkeleton(name).toLowerCase(Locale.ROOT);
    }

    /** Spaces and what cannot be seen make no difference. */
    private static String visible(String name) {
        StringBuilder visible = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .codePoints()
                .filter(point -> !UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
                .filter(point -> !UCharacter.isUWhiteSpace(point))
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }
}
