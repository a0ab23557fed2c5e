package ft.transcendence.subgraph.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ft.transcendence.subgraph.testing.InvalidValues.Value;
import ft.transcendence.subgraph.testing.RequestWriter.Input;
import graphql.language.AstPrinter;
import graphql.language.TypeName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;

/**
 * Sends every invalid value in every argument and input field of a subgraph's schema. The response must be a valid
 * result or an error with a code that tells the client what to do. It must not be an internal error or reveal
 * internals.
 */
public final class InputMatrix {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MANY_ENTITIES = 70_000;
    private static final int HUGE = 10_000_000;

    private static final Set<String> UNAUTHORIZED = Set.of("UNAUTHENTICATED", "FORBIDDEN");

    private static final Pattern LEAK = Pattern.compile(
            "exception|java\\.|org\\.|ft\\.transcendence|select |insert |update |postgres|\\.sql|jdbc",
            Pattern.CASE_INSENSITIVE);

    private final RequestWriter requests;
    private final List<TestGraphQL> callers;
    private final Map<String, String> paths = new HashMap<>();

    /** @param callers callers such that every root field allows at least one */
    public InputMatrix(RequestWriter requests, TestGraphQL... callers) {
        this.requests = requests;
        this.callers = List.of(callers);
    }

    /** Adds a path to an object of a type: a selection with {@code %s} for the selected fields of the object. */
    public InputMatrix path(String type, String selection) {
        paths.put(type, selection);
        return this;
    }

    /** One test per argument and input field, and one per entity. */
    public Stream<DynamicTest> tests(String... entities) {
        Stream<DynamicTest> arguments = requests.types().stream()
                .flatMap(requests::fields)
                .flatMap(field -> requests.inputs(field).stream())
                .map(input -> dynamicTest(input.toString(), () -> check(input)));
        return Stream.of(
                        arguments,
                        Stream.of(entities)
                                .map(entity -> dynamicTest("_entities of " + entity, () -> checkEntities(entity))),
                        Stream.of(dynamicTest("a text of ten megabytes", this::checkHugeText)))
                .flatMap(tests -> tests);
    }

    private void check(Input input) {
        for (Value value : InvalidValues.of(input.type())) {
            String what = value.name() + " as " + input;
            Map<String, Object> variables = Map.of("value", value.value());
            boolean wasAllowed = callers.stream()
                    .map(caller -> execute(caller, input, variables, value))
                    .map(response -> isAllowed(what, response, value.alwaysInvalid()))
                    .reduce(false, Boolean::logicalOr);
            assertThat(wasAllowed).as("a caller may send " + what).isTrue();
        }
    }

    /** Sent only once, since its length alone is rejected everywhere. */
    private void checkHugeText() {
        Input input = Stream.of("Query", "Mutation")
                .flatMap(requests::fields)
                .flatMap(field -> requests.inputs(field).stream())
                .filter(candidate -> AstPrinter.printAst(candidate.type()).matches("(ID|String)!?"))
                .findFirst()
                .orElseThrow();
        Value huge = new Value("a text of ten megabytes", "x".repeat(HUGE), true);
        callers.forEach(
                caller -> isAllowed(huge.name(), execute(caller, input, Map.of("value", huge.value()), huge), true));
    }

    private JsonNode execute(TestGraphQL caller, Input input, Map<String, Object> variables, Value value) {
        return switch (input.field().substring(0, input.field().indexOf('.'))) {
            case "Query", "Mutation" -> caller.execute(requests.operation(input), variables);
            case "Subscription" -> {
                try (TestEventStream stream = caller.subscribe(requests.operation(input), variables)) {
                    yield stream.poll(PATIENCE)
                            .orElseThrow(() -> new AssertionError("no response to " + value.name() + " as " + input));
                }
            }
            case String type -> {
                String path = paths.get(type);
                if (path == null) {
                    throw new AssertionError("there is no path to a " + type);
                }
                yield caller.execute(
                        "query " + requests.declaration(input) + " { " + path.formatted(requests.selection(input))
                                + " }",
                        variables);
            }
        };
    }

    /** Checks a response, and returns whether the caller was allowed to send the request. */
    private static boolean isAllowed(String what, JsonNode response, boolean mustFail) {
        List<String> codes = codes(response);
        assertThat(codes).as(what + ": " + response).doesNotContain("INTERNAL_SERVER_ERROR", "");
        assertThat(LEAK.matcher(response.toString()).find())
                .as(what + ": " + response)
                .isFalse();
        if (mustFail) {
            assertThat(codes).as(what + ": " + response).isNotEmpty();
        }
        return codes.isEmpty() || !UNAUTHORIZED.containsAll(codes);
    }

    /** The codes of all errors, including those in payloads. */
    private static List<String> codes(JsonNode response) {
        List<String> codes = new ArrayList<>();
        response.path("errors")
                .forEach(error -> codes.add(error.at("/extensions/code").asString("")));
        response.path("data").forEach(field -> field.path("errors")
                .forEach(error -> codes.add(error.path("code").asString(""))));
        return codes;
    }

    private void checkEntities(String type) {
        for (Value value : InvalidValues.of(new TypeName("ID"))) {
            checkEntities(value.name(), List.of(Map.of("__typename", type, "id", value.value())));
        }
        checkEntities("an entity without an id", List.of(Map.of("__typename", type)));
        checkEntities("an entity of another type", List.of(Map.of("__typename", "Nothing", "id", "1")));
        checkEntities("an entity without a type", List.of(Map.of("id", "1")));
        checkEntities("a string instead of an entity", List.of("text"));
        checkEntities("null instead of an entity", Collections.singletonList(null));
        checkEntities("no entities", List.of());
        checkEntities(
                "many entities",
                Stream.generate(() -> Map.of("__typename", type, "id", UUID.randomUUID()))
                        .limit(MANY_ENTITIES)
                        .toList());
    }

    private void checkEntities(String what, List<?> representations) {
        String query =
                "query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }";
        isAllowed(what, callers.getFirst().execute(query, Map.of("representations", representations)), false);
    }
}
