package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.SubgraphErrorPolicy;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which errors of subgraphs clients see; see {@link SubgraphErrorPolicy}.
 *
 * @param include whether clients see all errors as they are
 * @param named overrides {@code include} for single subgraphs, by their name in the supergraph
 * @param codes codes of errors that are meant for clients; by default those of this platform's subgraphs
 * @param extensions further extensions of these errors that clients see
 */
@ConfigurationProperties(prefix = "gateway.subgraph-errors", ignoreUnknownFields = false)
record SubgraphErrorProperties(
        @DefaultValue("false") boolean include,
        @DefaultValue Map<String, Boolean> named,

        @DefaultValue({
            "UNAUTHENTICATED",
            "FORBIDDEN",
            "FRESH_LOGIN_REQUIRED",
            "NOT_FOUND",
            "BAD_USER_INPUT",
            "CONFLICT",
            "RATE_LIMITED",
            "TOO_EXPENSIVE",
            "TOO_MANY_STREAMS",
            "TIMED_OUT",
            "UNAVAILABLE"
        })
        Set<String> codes,

        @DefaultValue("login") Set<String> extensions) {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][\\w.-]*");

    SubgraphErrorProperties {
        named = Map.copyOf(named);
        codes = Set.copyOf(codes);
        extensions = Set.copyOf(extensions);
        check("codes", codes, CODE);
        check("extensions", extensions, NAME);
    }

    private static void check(String setting, Set<String> values, Pattern pattern) {
        for (String value : values) {
            if (!pattern.matcher(value).matches()) {
                throw new IllegalArgumentException(
                        "gateway.subgraph-errors." + setting + " must not contain '" + value + "'");
            }
        }
    }

    SubgraphErrorPolicy toPolicy() {
        return new SubgraphErrorPolicy(codes, extensions, subgraph -> named.getOrDefault(subgraph, include));
    }
}
