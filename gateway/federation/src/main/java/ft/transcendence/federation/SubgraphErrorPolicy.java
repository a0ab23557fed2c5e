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
 * What clients are told of the errors in subgraphs' answers. An error whose code says that it is meant for clients is told with its
 * message, its code and the extensions that are allowed. Any other one is told as a fault of its subgraph: where it happened, not what.
 * Whatever shows the inside of a program (a stack, an exception, something for debugging) is told of no error.
 *
 * @param codes of errors that are meant for clients
 * @param extensions members of {@code extensions} that are told of them, beside {@code code} and {@code service}
 * @param includes the subgraphs whose errors are told as they are, with all codes and extensions
 */
public record SubgraphErrorPolicy(Set<String> codes, Set<String> extensions, Predicate<String> includes) {

    /** The code of an error that has none for clients. */
    public static final String DEFAULT_CODE = "DOWNSTREAM_SERVICE_ERROR";

    private static final String FAULT = "INTERNAL_SERVER_ERROR";
    private static final String ERROR_ID = "errorId";
    private static final Pattern ID = Pattern.compile("[\\w-]{1,64}");
    /** The starts of names under which frameworks tell what is for their developers, without punctuation and case. */
    private static final List<String> INNARDS = List.of("stack", "exception", "debug", "trace");

    private static final Set<String> INNOCENT = Set.of("traceid", "traceparent");

    public SubgraphErrorPolicy {
        codes = Set.copyOf(codes);
        extensions = Set.copyOf(extensions);
    }

    /** Tells errors with codes that mean the same everywhere, and no extensions. */
    public static SubgraphErrorPolicy redacting() {
        return new SubgraphErrorPolicy(
                Set.of("UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND", "BAD_USER_INPUT", "CONFLICT", "RATE_LIMITED"),
                Set.of(),
                subgraph -> false);
    }

    /** Tells errors of every subgraph as they are. */
    public static SubgraphErrorPolicy including() {
        return new SubgraphErrorPolicy(Set.of(), Set.of(), subgraph -> true);
    }

    /**
     * An error as clients see it.
     *
     * @param extensions {@code code} and {@code service} are always there
     * @param isRedacted whether the error says more than is told
     */
    public record ClientError(String message, Map<String, @Nullable Object> extensions, boolean isRedacted) {}

    /** What is told of one member of {@code errors}, whatever it is. */
    public ClientError apply(String subgraph, @Nullable Object error) {
        Map<?, ?> given = error instanceof Map<?, ?> members ? members : Map.of();
        Map<?, ?> more = given.get("extensions") instanceof Map<?, ?> members ? members : Map.of();
        String code = more.get("code") instanceof String text ? text : DEFAULT_CODE;
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
        // finds the error in the subgraph's log and says nothing else
        if (more.get(ERROR_ID) instanceof String id && ID.matcher(id).matches()) {
            extensions.put(ERROR_ID, id);
        }
        extensions.put("service", subgraph);
        return new ClientError("The subgraph '" + subgraph + "' reported an error", extensions, true);
    }

    private static void put(Map<String, @Nullable Object> target, String name, @Nullable Object value) {
        if (!isInnards(name)) {
            target.put(name, withoutInnards(value));
        }
    }

    private static @Nullable Object withoutInnards(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> members -> {
                Map<String, @Nullable Object> kept = new LinkedHashMap<>();
                members.forEach((name, member) -> put(kept, String.valueOf(name), member));
                yield kept;
            }
            case List<?> items -> {
                List<@Nullable Object> kept = new ArrayList<>(items.size());
                items.forEach(item -> kept.add(withoutInnards(item)));
                yield kept;
            }
            case null, default -> value;
        };
    }

    private static boolean isInnards(String name) {
        String plain = name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        return !INNOCENT.contains(plain)
                && (INNARDS.stream().anyMatch(plain::startsWith) || plain.contains("stacktrace"));
    }
}
