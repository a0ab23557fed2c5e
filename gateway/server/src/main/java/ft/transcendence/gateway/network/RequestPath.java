package ft.transcendence.gateway.network;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * The path of a request as it was written, and as whoever reads it most generously may understand it: percent-encoding decoded, however
 * often it was encoded, backslashes turned, matrix parameters, empty segments and dot segments taken out.
 *
 * @param written the path as it was sent, without the query
 */
public record RequestPath(String written) {
    private static final int MOST_ENCODINGS = 4;

    /** The path of a request's target: a path with a query, or a whole address (RFC 9112, 3.2.2). */
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

    /** The path in its one spelling; empty when no reader could make sense of it. */
    public Optional<String> canonical() {
        String decoded = written;
        for (int round = 0; decoded.indexOf('%') >= 0; round++) {
            if (round == MOST_ENCODINGS) {
                return Optional.empty();
            }
            String next;
            try {
                // of a form's encoding, which this reads, only the plus sign differs
                next = URLDecoder.decode(decoded.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException malformed) {
                // what was encoded once may hold a percent sign of its own
                return round == 0 ? Optional.empty() : Optional.of(withoutDetours(decoded));
            }
            decoded = next;
        }
        return Optional.of(withoutDetours(decoded));
    }

    private static String withoutDetours(String decoded) {
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

    /** Whether the path, however it is written and in whatever case, is {@code place} or below it. */
    public boolean leadsTo(String place) {
        return canonical()
                .map(path -> isWithin(path.toLowerCase(Locale.ROOT), place.toLowerCase(Locale.ROOT)))
                .orElse(false);
    }

    /** Whether a path is {@code place} or below it. */
    public static boolean isWithin(String path, String place) {
        return path.startsWith(place) && (path.length() == place.length() || path.charAt(place.length()) == '/');
    }
}
