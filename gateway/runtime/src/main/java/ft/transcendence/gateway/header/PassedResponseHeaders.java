package ft.transcendence.gateway.header;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Passes headers of one subgraph's responses on to clients. */
public final class PassedResponseHeaders {
    private final List<ResponseHeaderRule> rules;
    private final boolean restrictsCaching;
    private final boolean mentionsCaching;

    private PassedResponseHeaders(List<ResponseHeaderRule> rules, boolean restrictsCaching) {
        this.rules = rules.stream().filter(rule -> !rule.isAboutCaching()).toList();
        this.mentionsCaching = rules.stream().anyMatch(ResponseHeaderRule::isAboutCaching);
        this.restrictsCaching = restrictsCaching;
    }

    /** Null when clients get no header of any subgraph. */
    public static @Nullable PassedResponseHeaders of(HeaderPolicy policy, HeaderSelection selection) {
        return selection.collects()
                ? new PassedResponseHeaders(policy.rules().response(), selection.restrictsCaching())
                : null;
    }

    /** The headers that the rules need, in lower case. */
    public Set<String> names() {
        Set<String> names = rules.stream()
                .map(rule -> HeaderSelection.lowerCase(rule.propagate()))
                .collect(Collectors.toSet());
        if (mentionsCaching) {
            names.add("cache-control");
            names.add("age");
        }
        return Set.copyOf(names);
    }

    /**
     * Collects from one response.
     *
     * @param headers by name in lower case; null when the call failed
     * @param cacheable whether responses to such requests can be stored at all
     */
    public void collect(@Nullable Map<String, List<String>> headers, boolean cacheable, ResponseHeaders into) {
        if (headers != null) {
            for (ResponseHeaderRule rule : rules) {
                List<String> values = headers.get(HeaderSelection.lowerCase(rule.propagate()));
                if (values != null && !values.isEmpty()) {
                    into.add(rule.target(), values, rule.effectiveMerge());
                }
            }
        }
        if (restrictsCaching) {
            // what a subgraph without such a rule thinks of caching is not known
            into.restrictCaching(
                    headers == null || !cacheable || !mentionsCaching ? CacheControl.NO_STORE : stated(headers));
        }
    }

    private static CacheControl stated(Map<String, List<String>> headers) {
        List<String> caching = headers.get("cache-control");
        CacheControl stated = CacheControl.of(caching == null ? null : String.join(",", caching));
        List<String> age = headers.get("age");
        return age == null ? stated : stated.olderBy(age.getFirst());
    }
}
