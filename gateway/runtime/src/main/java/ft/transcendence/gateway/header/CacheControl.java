package ft.transcendence.gateway.header;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long, and by whom, a response may be stored (RFC 9111, section 5.2.2).
 *
 * @param isPrivate whether only the client itself may store it
 * @param maxAge in seconds; nobody may store it when it is zero
 */
record CacheControl(boolean isPrivate, long maxAge) {
    static final CacheControl NO_STORE = new CacheControl(true, 0);

    private static final Pattern AGE = Pattern.compile("(?:^|[,\\s])(?:s-maxage|max-age)=\"?(\\d{1,9})");
    private static final Pattern AGE_IN_SECONDS = Pattern.compile("\\d{1,9}");
    private static final Pattern FORBIDS = Pattern.compile("(?:^|[,\\s])(?:no-store|no-cache)(?:[,=\\s]|$)");
    private static final Pattern PRIVATE = Pattern.compile("(?:^|[,\\s])private(?:[,=\\s]|$)");

    /** A response that does not say how long it is valid must not be stored. */
    static CacheControl of(@Nullable String header) {
        if (header == null) {
            return NO_STORE;
        }
        String text = header.toLowerCase(Locale.ROOT);
        Matcher age = AGE.matcher(text);
        if (FORBIDS.matcher(text).find() || !age.find()) {
            return NO_STORE;
        }
        long shortest = Long.parseLong(age.group(1));
        while (age.find()) {
            shortest = Math.min(shortest, Long.parseLong(age.group(1)));
        }
        return new CacheControl(PRIVATE.matcher(text).find(), shortest);
    }

    /** @param age the header {@code Age}: for how many seconds another cache has kept the response */
    CacheControl olderBy(String age) {
        return AGE_IN_SECONDS.matcher(age).matches()
                ? new CacheControl(isPrivate, Math.max(0, maxAge - Long.parseLong(age)))
                : NO_STORE;
    }

    /** What is true for both. */
    CacheControl and(CacheControl other) {
        return new CacheControl(isPrivate || other.isPrivate, Math.min(maxAge, other.maxAge));
    }

    CacheControl forOneCaller() {
        return new CacheControl(true, maxAge);
    }

    String header() {
        return maxAge == 0 ? "no-store" : (isPrivate ? "private" : "public") + ", max-age=" + maxAge;
    }
}
