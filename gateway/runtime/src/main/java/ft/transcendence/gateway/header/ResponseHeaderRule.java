package ft.transcendence.gateway.header;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A rule for the headers of responses.
 *
 * @param propagate the subgraph's header that the client gets
 * @param rename its name at the client
 * @param merge what happens when several responses have it. {@code Set-Cookie} is always appended; of {@code Cache-Control} the
 *     client gets what is true for all responses
 */
record ResponseHeaderRule(
        String propagate,
        @Nullable String rename,
        @DefaultValue("last") Merge merge) {
    /** How the values of several responses become those of one. */
    enum Merge {
        /** The client gets the value that came first. */
        FIRST,
        /** The client gets the value that came last. */
        LAST,
        /** The client gets all values. */
        APPEND
    }

    private static final String SET_COOKIE = "set-cookie";
    private static final String CACHE_CONTROL = "cache-control";

    /** What only the gateway can say about its own response. */
    private static final Set<String> OF_THE_GATEWAY =
            Set.of("x-content-type-options", "age", "date", "server", "alt-svc");

    ResponseHeaderRule {
        if (propagate == null) {
            throw new IllegalArgumentException("A rule for responses needs propagate");
        }
        check(propagate);
        if (rename != null) {
            check(rename);
            if (isCacheControl(propagate) || isCacheControl(rename)) {
                throw new IllegalArgumentException("Cache-Control cannot be renamed");
            }
        }
    }

    private static void check(String name) {
        ReservedHeaders.refuse(name);
        String lowerCase = HeaderSelection.lowerCase(name);
        if (OF_THE_GATEWAY.contains(lowerCase) || lowerCase.startsWith("access-control-")) {
            throw new IllegalArgumentException("Only the gateway itself sends the header '" + name + "' to clients");
        }
    }

    boolean isAboutCaching() {
        return isCacheControl(propagate);
    }

    Merge effectiveMerge() {
        return target().equals(SET_COOKIE) ? Merge.APPEND : merge;
    }

    /** The name at the client. */
    String target() {
        return HeaderSelection.lowerCase(rename == null ? propagate : rename);
    }

    private static boolean isCacheControl(String name) {
        return name.equalsIgnoreCase(CACHE_CONTROL);
    }
}
