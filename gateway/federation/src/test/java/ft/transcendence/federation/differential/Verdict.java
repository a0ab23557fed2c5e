package ft.transcendence.federation.differential;

import ft.transcendence.federation.subgraphs.Exchange;
import ft.transcendence.federation.subgraphs.Json;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the engine's response with the oracle's. */
final class Verdict {

    private Verdict() {}

    /** The problem in one line; empty if there is none. */
    static String problem(World.Outcome outcome) {
        List<?> expectedErrors = errors(outcome.expected());
        for (Object error : expectedErrors) {
            if (!Json.text(error).contains("NullValueInNonNullableField")) {
                return "THE ORACLE ITSELF FAILED: " + Json.text(error);
            }
        }
        List<?> errors = errors(outcome.actual());
        if (expectedErrors.isEmpty() && !errors.isEmpty()) {
            return "unexpected errors: " + messages(errors);
        }
        Object data = outcome.expected().get("data");
        if (!same(data, outcome.actual().get("data"))) {
            return "other data";
        }
        if (!nulled(data, expectedErrors).equals(nulled(data, errors))) {
            return "errors at other positions";
        }
        if (data == null) {
            // mutations after a failed one may or may not run
            return "";
        }
        if (!outcome.expectedMutations().equals(outcome.actualMutations())) {
            return "mutations ran as " + outcome.actualMutations() + " instead of " + outcome.expectedMutations();
        }
        return "";
    }

    private static List<?> errors(Map<String, ?> response) {
        return response.get("errors") instanceof List<?> errors ? errors : List.of();
    }

    /**
     * The positions that became null because of these errors. Several errors may make one position null, and a server need not look for the second
     * one. So the errors of one position are not compared individually.
     */
    private static Set<List<?>> nulled(@Nullable Object data, List<?> errors) {
        Set<List<?>> positions = new LinkedHashSet<>();
        for (Object error : errors) {
            if (!(Json.fields(error).get("path") instanceof List<?> path)) {
                positions.add(List.of("an error without path"));
                continue;
            }
            int depth = 0;
            Object value = data;
            boolean isShown = true;
            while (value != null && depth < path.size()) {
                Object key = path.get(depth++);
                isShown = !(value instanceof Map<?, ?> fields) || fields.containsKey(key);
                value = switch (value) {
                    case Map<?, ?> fields -> fields.get(key);
                    case List<?> items -> items.get(((Number) key).intValue());
                    default -> value;
                };
            }
            // an interface object's subgraph does not tell types apart, so it may report an error for a type that the
            // field was not
            // selected for
            if (isShown) {
                positions.add(value == null ? path.subList(0, depth) : List.of("nothing is null on", path));
            }
        }
        return positions;
    }

    /** The errors' messages without names and numbers, so that errors of one kind are equal. */
    private static String messages(List<?> errors) {
        return errors.stream()
                .map(error ->
                        String.valueOf(Json.fields(error).get("message")).replaceAll("'[^']*'|[0-9]+|\\{.*\\}", "_"))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" / "));
    }

    /** Everything that is needed to understand the problem. */
    static String story(World.Outcome outcome) {
        return "expected  " + Json.text(outcome.expected().get("data")) + "\nerrors    "
                + Json.text(outcome.expected().get("errors")) + "\nactual    "
                + Json.text(outcome.actual().get("data")) + "\nerrors    "
                + Json.text(outcome.actual().get("errors")) + "\nplan\n"
                + (outcome.actual().get("extensions") instanceof Map<?, ?> extensions
                        ? extensions.get("queryPlan")
                        : "none")
                + "\nsubgraph requests\n"
                + outcome.exchanges().stream().map(Exchange::toString).collect(Collectors.joining("\n"));
    }

    /** Deep equality: the same fields are present, in the same order. */
    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> others) {
            return List.copyOf(map.keySet()).equals(List.copyOf(others.keySet()))
                    && map.keySet().stream().allMatch(name -> same(map.get(name), others.get(name)));
        }
        if (one instanceof List<?> list && other instanceof List<?> others) {
            Iterator<?> iterator = others.iterator();
            return list.size() == others.size() && list.stream().allMatch(item -> same(item, iterator.next()));
        }
        return one instanceof Number ? Json.same(one, other) : Objects.equals(one, other);
    }
}
