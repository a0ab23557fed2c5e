package ft.transcendence.gateway.http;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The origins whose pages may call the endpoint: each by its name, or the hosts of a domain by a pattern such as {@code
 * https://*.pong.example}.
 */
@Component
final class AllowedOrigins {
    /** A scheme, a wildcard for the first labels of the host, and at least two labels after it. */
    private static final Pattern OF_ONE_DOMAIN = Pattern.compile("[a-z][a-z0-9+.-]*://\\*(\\.[^.*/:]+){2,}(:\\d+)?");

    private static final String LABELS = "[^/?#@:]+";

    private final Set<String> names;
    private final List<Pattern> patterns;

    AllowedOrigins(GraphQLHttpProperties properties) {
        this.names = properties.allowedOrigins().stream()
                .filter(origin -> !isPattern(origin))
                .collect(Collectors.toUnmodifiableSet());
        this.patterns = properties.allowedOrigins().stream()
                .filter(AllowedOrigins::isPattern)
                .map(AllowedOrigins::compile)
                .toList();
    }

    private static boolean isPattern(String origin) {
        return origin.contains("*");
    }

    private static Pattern compile(String pattern) {
        int wildcard = pattern.indexOf('*');
        return Pattern.compile(Pattern.quote(pattern.substring(0, wildcard))
                + LABELS
                + Pattern.quote(pattern.substring(wildcard + 1)));
    }

    /** Whether this may be set as an allowed origin: a pattern must not reach beyond one domain. */
    static boolean isAcceptable(String origin) {
        return !isPattern(origin) || OF_ONE_DOMAIN.matcher(origin).matches();
    }

    boolean any() {
        return !names.isEmpty() || !patterns.isEmpty();
    }

    boolean contains(String origin) {
        return names.contains(origin)
                || patterns.stream().anyMatch(pattern -> pattern.matcher(origin).matches());
    }
}
