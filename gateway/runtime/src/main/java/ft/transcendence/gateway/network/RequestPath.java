package ft.transcendence.gateway.network;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * The path of a request as written, and as the most lenient reader may understand it: percent-decoded however often it was
 * encoded, with backslashes turned and matrix parameters, empty segments and dot segments removed.
 *
 * @param written the path as sent, without the query
 */
public record RequestPath(String written) {
    private static final int MOST_ENCODINGS = 4;

    /** The path of a request target: a path with a query, or an absolute address (RFC 9112, 3.2.2). */
    public static RequestPath ofTarget(String target) {
        int end = endOfPath(target);
        int start = target.startsWith("/") ? 0 : startInAddress(target, end);
        return new RequestPath(start < 0 ? "/" : target.substring(start, end));
    }

    private static int endOfPath(String target) {
        for (int i = 0; i < target.length(); i++) {
            char next = target.charAt(i);
            if (next == '?' || next == '#') {
                return i;
            }
        }
        return target.length();
    }

    private static int startInAddress(String target, int end) {
        int authority = target.indexOf("://");
        if (authority < 0 || authority > end) {
            return 0;
        }
        int path = target.indexOf('/', authority + 3);
        return path < 0 || path > end ? -1 : path;
    }

    /** The canonical form of the path; empty when it cannot be decoded. */
    public Optional<String> canonical() {
        String decoded = written;
        for (int round = 0; decoded.indexOf('%') >= 0; round++) {
            if (round == MOST_ENCODINGS) {
                return Optional.empty();
            }
            String next;
            try {
                // the decoder is for forms, whose encoding differs in the plus sign only
                next = URLDecoder.decode(decoded.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException malformed) {
                // a decoded path may contain a percent sign
                return round == 0 ? Optional.empty() : Optional.of(normalized(decoded));
            }
            decoded = next;
        }
        return Optional.of(normalized(decoded));
    }

    private static String normalized(String decoded) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : decoded.replace('\\', '/').split("/", -1)) {
            int parameters = segment.indexOf(';');
            String name = parameters < 0 ? segment : segment.substring(0, parameters);
            switch (name) {
                case "", "." -> {}
                case ".." -> segments.pollLast();
                default -> segments.addLast(name);
            }
        }
        return "/" + String.join("/", segments);
    }

    /** Whether the path, however it is spelled and in whatever case, is {@code prefix} or below it. */
    public boolean isAtOrBelow(String prefix) {
        return canonical()
                .map(path -> isWithin(path.toLowerCase(Locale.ROOT), prefix.toLowerCase(Locale.ROOT)))
                .orElse(false);
    }

    /** Whether a path is {@code prefix} or below it. */
    public static boolean isWithin(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
