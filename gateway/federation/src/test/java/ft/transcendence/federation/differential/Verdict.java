package ft.transcendence.federation.differential;

import ft.transcendence.federation.subgraphs.Exchange;
import ft.transcendence.federation.subgraphs.Json;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the engine's answer is the oracle's. */
final class Verdict {

    private Verdict() {}

    /** What is wrong, in one line; empty when nothing is. */
    static String problem(World.Outcome outcome) {
        if (outcome.expected().containsKey("errors")) {
            return "THE ORACLE ITSELF FAILED: " + Json.text(outcome.expected().get("errors"));
        }
        if (outcome.actual().get("errors") instanceof List<?> errors && !errors.isEmpty()) {
            return "unexpected errors: " + messages(errors);
        }
        if (!same(outcome.expected().get("data"), outcome.actual().get("data"))) {
            return "other data";
        }
        if (!outcome.expectedMutations().equals(outcome.actualMutations())) {
            return "mutations ran as " + outcome.actualMutations() + " instead of " + outcome.expectedMutations();
        }
        return "";
    }

    /** The errors' messages with names and numbers left out, so that errors of one kind read alike. */
    private static String messages(List<?> errors) {
        return errors.stream()
                .map(error ->
                        String.valueOf(Json.fields(error).get("message")).replaceAll("'[^']*'|[0-9]+|\\{.*\\}", "_"))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" / "));
    }

    /** All that is needed to understand the problem. */
    static String story(World.Outcome outcome) {
        return "expected  " + Json.text(outcome.expected().get("data")) + "\nactual    "
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
