package ft.transcendence.gateway.cache;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For how long, and for whom, a response may be kept, as RFC 9111 says of shared caches.
 *
 * @param seconds zero if it must not be kept
 * @param audience for whom
 * @param isStated whether the subgraph said so; else it is the default, which clients must not rely on
 */
record Lifetime(long seconds, Audience audience, boolean isStated) {
    /** For whom a response may be kept; the widest first. */
    enum Audience {
        /** The subgraph has said so. */
        EVERYBODY,
        /** The subgraph has not said: for those with the same token, or for all anonymous callers. */
        ALIKE,
        /** For those with the same token; for nobody if there is none. */
        ONE_TOKEN
    }

    static final Lifetime NONE = new Lifetime(0, Audience.ONE_TOKEN, true);

    /** The headers that decide. */
    static final Set<String> HEADERS = Set.of("cache-control", "age", "vary", "set-cookie");

    private static final int MOST_DIGITS = 9;

    static Lifetime of(Map<String, List<String>> headers, Duration otherwise) {
        if (headers.containsKey("set-cookie")
                || headers.getOrDefault("vary", List.of()).stream().anyMatch(Lifetime::isAny)) {
            return NONE;
        }
        List<String> stated = headers.get("cache-control");
        if (stated == null) {
            return new Lifetime(otherwise.toSeconds(), Audience.ALIKE, false);
        }
        return stated(String.join(",", stated)).olderBy(headers.get("age"));
    }

    private static boolean isAny(String vary) {
        return vary.contains("*");
    }

    private static Lifetime stated(String header) {
        long maxAge = -1;
        long sharedMaxAge = -1;
        boolean isPrivate = false;
        boolean isPublic = false;
        for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] directive = part.strip().split("=", 2);
            switch (directive[0].strip()) {
                case "no-store", "no-cache" -> {
                    return NONE;
                }
                case "private" -> isPrivate = true;
                case "public" -> isPublic = true;
                case "max-age" -> maxAge = smaller(maxAge, directive);
                case "s-maxage" -> sharedMaxAge = smaller(sharedMaxAge, directive);
                default -> {}
            }
        }
        boolean isShared = !isPrivate && (isPublic || sharedMaxAge >= 0);
        long seconds = isShared && sharedMaxAge >= 0 ? sharedMaxAge : maxAge;
        if (seconds <= 0) {
            return NONE;
        }
        return new Lifetime(
                seconds, isPrivate ? Audience.ONE_TOKEN : isShared ? Audience.EVERYBODY : Audience.ALIKE, true);
    }

    /** Of a repeated directive the shortest time holds; what cannot be read is stale. */
    private static long smaller(long before, String[] directive) {
        long seconds = directive.length == 2 ? number(directive[1].replace("\"", "")) : 0;
        return before < 0 ? seconds : Math.min(before, seconds);
    }

    private static long number(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return 0;
        }
        return digits.length() > MOST_DIGITS ? 999_999_999 : Long.parseLong(digits);
    }

    private Lifetime olderBy(@Nullable List<String> age) {
        long left = age == null ? seconds : seconds - number(age.getFirst());
        return left <= 0 ? NONE : new Lifetime(left, audience, isStated);
    }

    Lifetime atMost(Duration limit) {
        return seconds <= limit.toSeconds() ? this : new Lifetime(limit.toSeconds(), audience, isStated);
    }

    /** What is true of both. */
    Lifetime and(Lifetime other) {
        return new Lifetime(
                Math.min(seconds, other.seconds),
                audience.compareTo(other.audience) >= 0 ? audience : other.audience,
                isStated && other.isStated);
    }

    /** The value of {@code Cache-Control} for those who get a response that consists of kept values. */
    String header() {
        if (seconds == 0 || !isStated) {
            return "no-store";
        }
        return switch (audience) {
                    case EVERYBODY -> "public, max-age=";
                    case ALIKE -> "max-age=";
                    case ONE_TOKEN -> "private, max-age=";
                }
                + seconds;
    }
}
