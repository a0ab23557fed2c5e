package ft.transcendence.subgraph.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ft.transcendence.subgraph.testing.AccessRules.Access;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;

/**
 * Tests every field of a subgraph's schema with every caller of its access rules, without the gateway's checks. Fields
 * of a type are requested along every given path to an object of the type, so that no path reveals a restricted field.
 */
public final class AccessMatrix {

    /** Missing and wrong credentials get the same response. */
    private static final int REJECTED = 401;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(300);

    private final AccessRules rules;
    private final RequestWriter requests;
    private final Map<String, TestGraphQL> callers;
    private final List<AccessPath> paths = new ArrayList<>();
    private final Map<String, Consumer<String>> causes = new HashMap<>();

    public AccessMatrix(AccessRules rules, RequestWriter requests, Map<String, TestGraphQL> callers) {
        this.rules = rules;
        this.requests = requests;
        this.callers = Map.copyOf(callers);
    }

    /**
     * A path to an object.
     *
     * @param type the type of the object
     * @param operation the operation, with {@code %s} for the selected fields of the object
     * @param pointer the JSON pointer to the object in the data
     * @param callers the callers who reach the object by this path
     */
    private record AccessPath(String type, String operation, String pointer, Set<String> callers) {}

    /** Adds a path to an object of a type, for these callers; for all of them if none is given. */
    public AccessMatrix path(String type, String operation, String pointer, String... reachableBy) {
        paths.add(new AccessPath(
                type, operation, pointer, reachableBy.length == 0 ? callers.keySet() : Set.of(reachableBy)));
        return this;
    }

    /** Sets how to trigger an event for a caller, given by name, for a subscription that has no event by itself. */
    public AccessMatrix event(String subscription, Consumer<String> cause) {
        causes.put(subscription, cause);
        return this;
    }

    /** The tests: first that the rules are complete, then one per field. */
    public Stream<DynamicTest> tests() {
        return Stream.concat(
                Stream.of(dynamicTest("every field has a rule", this::isWhole)),
                rules.fields().stream().map(field -> dynamicTest(field, () -> check(field))));
    }

    private void isWhole() {
        Set<String> inSchema = requests.types().stream()
                .filter(type -> !rules.inheriting().contains(type))
                .flatMap(requests::fields)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(rules.fields()))
                .as("fields with a rule, and fields of the schema")
                .isEqualTo(inSchema);
        assertThat(requests.types()).as("types that exist").containsAll(rules.inheriting());
        assertThat(callers.keySet()).as("callers of the table").containsExactlyInAnyOrderElementsOf(rules.callers());
    }

    private void check(String field) {
        Map<String, Access> expected = rules.of(field).orElseThrow();
        switch (field.substring(0, field.indexOf('.'))) {
            case "Query", "Mutation" -> checkRoot(field, expected);
            case "Subscription" -> checkSubscription(field, expected);
            default -> checkPaths(field, expected);
        }
    }

    private void checkRoot(String field, Map<String, Access> expected) {
        String operation = requests.operation(field);
        String pointer = "/" + field.substring(field.indexOf('.') + 1);
        assertThat(access(expected.keySet(), operation, pointer)).as(operation).isEqualTo(expected);
        callers.values().forEach(caller -> checkWithoutGateway(caller, operation));
    }

    private void checkPaths(String field, Map<String, Access> expected) {
        String type = field.substring(0, field.indexOf('.'));
        List<AccessPath> there =
                paths.stream().filter(path -> path.type().equals(type)).toList();
        assertThat(there).as("paths to a " + type).isNotEmpty();
        for (AccessPath path : there) {
            String operation = path.operation().formatted(requests.selection(field));
            Map<String, Access> expectedHere = new LinkedHashMap<>(expected);
            expectedHere.keySet().retainAll(path.callers());
            String pointer = path.pointer() + "/" + field.substring(field.indexOf('.') + 1);
            assertThat(access(expectedHere.keySet(), operation, pointer))
                    .as(operation)
                    .isEqualTo(expectedHere);
            callers.values().forEach(caller -> checkWithoutGateway(caller, operation));
        }
    }

    private Map<String, Access> access(Set<String> names, String operation, String pointer) {
        Map<String, Access> access = new LinkedHashMap<>();
        names.forEach(name -> {
            JsonNode response = caller(name).execute(operation);
            access.put(name, access(response, response.at("/data" + pointer)));
        });
        return access;
    }

    private void checkSubscription(String field, Map<String, Access> expected) {
        String operation = requests.operation(field);
        expected.forEach((name, access) -> {
            try (TestEventStream stream = caller(name).subscribe(operation)) {
                JsonNode first = access == Access.VALUE ? event(field, name, stream) : stream.next();
                assertThat(access(first, first.at("/data/" + field.substring(field.indexOf('.') + 1))))
                        .as(field + " for " + name + ": " + first)
                        .isEqualTo(access);
            }
        });
        callers.values().forEach(caller -> checkWithoutGateway(caller, operation));
    }

    /** The first event. Triggers it repeatedly until the subscription is active. */
    private JsonNode event(String field, String name, TestEventStream stream) {
        Consumer<String> cause = causes.get(field);
        if (cause == null) {
            return stream.next();
        }
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            cause.accept(name);
            Optional<JsonNode> event = stream.poll(BETWEEN_EVENTS);
            if (event.isPresent()) {
                return event.get();
            }
        }
        throw new AssertionError(field + " sends no event to " + name);
    }

    private static Access access(JsonNode response, JsonNode value) {
        String code = response.at("/errors/0/extensions/code").asString("");
        return switch (code) {
            case "" -> accessTo(value, response);
            case "UNAUTHENTICATED" -> Access.LOGIN;
            case "FORBIDDEN" -> Access.FORBIDDEN;
            default -> throw new AssertionError("neither a value nor an authorization error: " + response);
        };
    }

    private static Access accessTo(JsonNode value, JsonNode response) {
        if (value.isMissingNode()) {
            throw new AssertionError("the path does not exist: " + response);
        }
        return value.isNull() ? Access.NULL : Access.VALUE;
    }

    private static void checkWithoutGateway(TestGraphQL caller, String operation) {
        assertThat(caller.status(operation, null)).as(operation).isEqualTo(REJECTED);
        assertThat(caller.status(operation, "a-guessed-credential-of-the-right-length"))
                .as(operation)
                .isEqualTo(REJECTED);
    }

    private TestGraphQL caller(String name) {
        TestGraphQL caller = callers.get(name);
        if (caller == null) {
            throw new AssertionError("unknown caller " + name);
        }
        return caller;
    }
}
