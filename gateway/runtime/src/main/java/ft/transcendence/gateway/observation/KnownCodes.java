package ft.transcendence.gateway.observation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Turns codes of errors into values of a tag. Subgraphs may send any text as a code, and each value is a time series for ever, so
 * only the first hundred well-formed codes are told apart.
 */
final class KnownCodes {
    static final String OTHER = "OTHER";

    private static final int MOST = 100;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    String valueOf(String code) {
        if (known.contains(code)) {
            return code;
        }
        if (!CODE.matcher(code).matches()) {
            return OTHER;
        }
        synchronized (this) {
            if (known.size() < MOST) {
                known.add(code);
            }
            return known.contains(code) ? code : OTHER;
        }
    }
}
