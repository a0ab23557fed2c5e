package ft.transcendence.federation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What clients see of subgraph errors. An error with one of the listed codes keeps its message, its code and the listed extensions. Any other
 * error is redacted: the client learns which subgraph and which field failed, but not why. Extensions that reveal internals (stack traces,
 * exceptions, debugging information) are always removed.
 *
 * @param codes the codes of errors that clients may see
 * @param extensions the entries of {@code extensions} that clients may see of them, beside {@code code} and {@code service}
 * @param includes the subgraphs whose errors are passed on with all codes and extensions
 */
public record SubgraphErrorPolicy(Set<String> codes, Set<String> extensions, Predicate<String> includes) {

    /** The code of a redacted error. */
    public static final String DEFAULT_CODE = "DOWNSTREAM_SERVICE_ERROR";

    private static final String FAULT = "INTERNAL_SERVER_ERROR";
    private static final String ERROR_ID = "errorId";
    private static final Pattern ID = Pattern.compile("[\\w-]{1,64}");
    /** Prefixes of the extensions that frameworks add for developers, in lower case without punctuation. */
    private static final List<String> INTERNAL_PREFIXES = List.of("stack", "exception", "debug", "trace");

    private static final Set<String> HARMLESS = Set.of("traceid", "traceparent");

    public SubgraphErrorPolicy {
        codes = Set.copyOf(codes);
        extensions = Set.copyOf(extensions);
    }

    /** Passes on errors whose codes have the same meaning everywhere, without extensions. */
    public static SubgraphErrorPolicy redacting() {
        return new SubgraphErrorPolicy(
                Set.of("UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND", "BAD_USER_INPUT", "CONFLICT", "RATE_LIMITED"),
                Set.of(),
                subgraph -> false);
    }

    /** Passes on the errors of every subgraph. */
    public static SubgraphErrorPolicy including() {
        return new SubgraphErrorPolicy(Set.of(), Set.of(), subgraph -> true);
    }

    /**
     * An error as the client sees it.
     *
     * @param extensions at least {@code code} and {@code service}
     * @param isRedacted whether the subgraph's error says more
     */
    public record ClientError(String message, Map<String, @Nullable Object> extensions, boolean isRedacted) {}

    /** The code of an entry of a subgraph's {@code errors}, as clients see it if it is not redacted. */
    public static String codeOf(@Nullable Object error) {
        return error instanceof Map<?, ?> members
                        && members.get("extensions") instanceof Map<?, ?> extensions
                        && extensions.get("code") instanceof String code
                ? code
                : DEFAULT_CODE;
    }

    /** What the client sees of an entry of {@code errors}, which may be any JSON value. */
    public ClientError apply(String subgraph, @Nullable Object error) {
        Map<?, ?> given = error instanceof Map<?, ?> members ? members : Map.of();
        Map<?, ?> more = given.get("extensions") instanceof Map<?, ?> members ? members : Map.of();
        String code = codeOf(error);
        boolean included = includes.test(subgraph);
        if (!included && !codes.contains(code)) {
            return redacted(subgraph, code, more);
        }
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        more.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (included || this.extensions.contains(name)) {
                put(extensions, name, value);
            }
        });
        extensions.put("code", code);
        extensions.put("service", subgraph);
        String message = given.get("message") instanceof String text ? text : "The subgraph gave no message";
        return new ClientError(message, extensions, false);
    }

    private static ClientError redacted(String subgraph, String code, Map<?, ?> more) {
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code.equals(FAULT) ? FAULT : DEFAULT_CODE);
        // finds the error in the subgraph's log and reveals nothing else
        if (more.get(ERROR_ID) instanceof String id && ID.matcher(id).matches()) {
            extensions.put(ERROR_ID, id);
        }
        extensions.put("service", subgraph);
        return new ClientError("The subgraph '" + subgraph + "' reported an error", extensions, true);
    }

    private static void put(Map<String, @Nullable Object> target, String name, @Nullable Object value) {
        if (!isInternal(name)) {
            target.put(name, withoutInternals(value));
        }
    }

    private static @Nullable Object withoutInternals(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> members -> {
                Map<String, @Nullable Object> kept = new LinkedHashMap<>();
                members.forEach((name, member) -> put(kept, String.valueOf(name), member));
                yield kept;
            }
            case List<?> items -> {
                List<@Nullable Object> kept = new ArrayList<>(items.size());
                items.forEach(item -> kept.add(withoutInternals(item)));
                yield kept;
            }
            case null, default -> value;
        };
    }

    private static boolean isInternal(String name) {
        String plain = name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        return !HARMLESS.contains(plain)
                && (INTERNAL_PREFIXES.stream().anyMatch(plain::startsWith) || plain.contains("stacktrace"));
    }
}
