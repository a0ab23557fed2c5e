package ft.transcendence.gateway.http;

import ft.transcendence.gateway.reload.Reloadable;
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

    /** The origins that are allowed now. */
    private record Origins(Set<String> names, List<Pattern> patterns) {
        static Origins of(List<String> allowed) {
            return new Origins(
                    allowed.stream().filter(origin -> !isPattern(origin)).collect(Collectors.toUnmodifiableSet()),
                    allowed.stream()
                            .filter(AllowedOrigins::isPattern)
                            .map(AllowedOrigins::compile)
                            .toList());
        }

        boolean contains(String origin) {
            return names.contains(origin)
                    || patterns.stream()
                            .anyMatch(pattern -> pattern.matcher(origin).matches());
        }
    }

    private volatile Origins current;

    AllowedOrigins(Reloadable<GraphQLHttpProperties> settings) {
        current = Origins.of(settings.get().allowedOrigins());
        settings.onChange(() -> current = Origins.of(settings.get().allowedOrigins()));
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
        Origins origins = current;
        return !origins.names().isEmpty() || !origins.patterns().isEmpty();
    }

    boolean contains(String origin) {
        return current.contains(origin);
    }
}
