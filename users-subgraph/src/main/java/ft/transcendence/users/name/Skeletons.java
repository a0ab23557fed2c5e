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
 * The skeletons of a name: names with a common skeleton look alike (Unicode Technical Standard 39, section 4).
 *
 * <p>A name has up to three. The first is computed from the name in lower case, so that case makes no difference. The
 * second is computed from the name as written, because {@code I} looks like {@code l} while {@code i} does not. The
 * third is computed from the visual order of right-to-left scripts, where that differs from the written order.
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

    /** Removes spaces and invisible characters, which make no visible difference. */
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
