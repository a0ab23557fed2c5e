package ft.transcendence.federation.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import ft.transcendence.federation.subgraphs.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Damaged operations: one that is still valid gets the response of a single server; every other one is rejected with errors that have a code and,
 * if there is one, a location.
 */
final class OperationFuzzTests {

    private static final int WORLDS = Integer.getInteger("fuzz.worlds", 15);
    private static final int OPERATIONS = 12;
    private static final int DAMAGES = 12;

    private static final Pattern TOKENS = Pattern.compile(
            "\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|[A-Za-z_][A-Za-z_0-9]*|-?[0-9][0-9.eE]*|\\.\\.\\.|\\S");

    private static final List<String> STRANGE = List.of(
            "\"",
            "\"\"\"",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "$",
            "@",
            "!",
            ":",
            "...",
            "|",
            "&",
            "=",
            "#",
            "@skip(if: true)",
            "@include(if: $v0)",
            "@unknown",
            "__typename",
            "__schema",
            "__type",
            "on",
            "null",
            "true",
            "-0",
            "1e400",
            "99999999999",
            "0.1",
            "\"\\uD800\"",
            "\u0000",
            "\uFEFF",
            "query",
            "mutation",
            "subscription",
            "fragment",
            "{ __schema { types { name } } }",
            "$v0",
            "a",
            "id",
            "[[[[",
            "{ { {",
            "_entities",
            "_service");

    @Test
    @Timeout(240)
    void damagedOperationsAreRejectedOrExecutedAsValid() {
        List<String> stories = new ArrayList<>();
        int executed = 0;
        int cases = 0;
        long first = Long.getLong("fuzz.seed", Long.getLong("random.first", 1L));
        for (long seed = first; seed < first + WORLDS; seed++) {
            Dice dice = new Dice(seed);
            WorldText text = RandomWorlds.world(dice);
            World world = RandomWorlds.open(seed, text);
            for (int i = 0; i < OPERATIONS; i++) {
                OperationGenerator.Operation operation = OperationGenerator.generate(world.consumerSchema(), dice);
                for (int j = 0; j < DAMAGES; j++) {
                    String damaged = damaged(operation.document(), dice);
                    cases++;
                    String problem = problem(world, text.withOperation(damaged, operation.variables()));
                    executed += problem.equals(EXECUTED) ? 1 : 0;
                    if (!problem.isEmpty() && !problem.equals(EXECUTED)) {
                        stories.add("seed " + seed + ": " + problem + "\n" + damaged + "\nvariables "
                                + Json.text(operation.variables()));
                    }
                }
            }
        }
        System.out.println("Fuzz: " + cases + " cases, " + executed + " executed, " + stories.size() + " problems");
        if (!stories.isEmpty()) {
            fail(String.join("\n\n", stories.subList(0, Math.min(5, stories.size()))));
        }
        assertThat(executed).isBetween(cases / 50, cases * 9 / 10);
    }

    private static final String EXECUTED = "executed";

    private static String problem(World world, WorldText text) {
        World.Outcome outcome;
        try {
            outcome = world.run(text);
        } catch (RuntimeException | AssertionError e) {
            return "the engine threw " + e;
        }
        Map<String, @Nullable Object> response = outcome.actual();
        if (response.containsKey("data")) {
            String problem = Verdict.problem(outcome);
            return problem.isEmpty() ? EXECUTED : problem;
        }
        return response.get("errors") instanceof List<?> errors && !errors.isEmpty()
                ? refusal(outcome, errors)
                : "neither data nor errors";
    }

    private static String refusal(World.Outcome outcome, List<?> errors) {
        boolean isLimit = false;
        for (Object error : errors) {
            Map<String, @Nullable Object> members = Json.fields(error);
            String code = String.valueOf(Json.fields(members.get("extensions")).get("code"));
            boolean isLocated = members.get("locations") instanceof List<?> locations && !locations.isEmpty();
            // graphql-java's parser has no location for the type condition of a fragment
            boolean isPlaceless = String.valueOf(members.get("message")).contains("UnknownType@[F");
            if (!isLocated
                    && !isPlaceless
                    && code.matches("GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT")) {
                return "an error without a location: " + Json.text(error);
            }
            isLimit |= !code.matches("GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED");
        }
        boolean isValid = outcome.expected().get("data") != null;
        return isValid && !isLimit ? "a valid operation is refused: " + Json.text(errors) : "";
    }

    private static String damaged(String operation, Dice dice) {
        if (dice.percent(5)) {
            return noise(dice);
        }
        List<String> tokens = new ArrayList<>(
                TOKENS.matcher(operation).results().map(MatchResult::group).toList());
        for (int i = 0; i < dice.between(1, 3) && !tokens.isEmpty(); i++) {
            int at = dice.between(0, tokens.size() - 1);
            switch (dice.between(0, 6)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.add(at, tokens.get(at));
                case 2 -> tokens.add(tokens.remove(at));
                case 3 -> tokens.set(at, dice.oneOf(tokens));
                case 4 -> tokens.add(at, dice.oneOf(STRANGE));
                case 5 -> tokens.set(at, dice.oneOf(STRANGE));
                default -> {
                    List<String> part =
                            List.copyOf(tokens.subList(at, dice.between(at, Math.min(tokens.size(), at + 12))));
                    for (int repeat = dice.between(1, 3); repeat > 0; repeat--) {
                        tokens.addAll(at, part);
                    }
                }
            }
        }
        return String.join(dice.percent(80) ? " " : "\n", tokens);
    }

    private static String noise(Dice dice) {
        StringBuilder text = new StringBuilder();
        for (int i = dice.between(0, 60); i > 0; i--) {
            text.append(dice.percent(50) ? dice.oneOf(STRANGE) : String.valueOf((char) dice.between(0, 0xFFFF)));
        }
        return text.toString();
    }
}
