package ft.transcendence.gateway.observation;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes foreign text fit for a line of a log: short, without line breaks, and without passwords of addresses. */
final class LogText {
    private static final int LONGEST = 300;
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    /** {@code https://user:password@host/path?key=value}: what is before the host, and what is asked of it. */
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^\\s/@]{1,200}@|\\?[^\\s]{1,2000}");

    private LogText() {}

    static String clean(String text) {
        String start = text.length() <= 2 * LONGEST ? text : text.substring(0, 2 * LONGEST);
        String safe =
                CREDENTIALS.matcher(LINE_BREAKS.matcher(start).replaceAll(" ")).replaceAll("");
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "…";
    }

    static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
