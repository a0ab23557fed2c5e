package ft.transcendence.federation.differential;

import static org.junit.jupiter.api.Assertions.fail;

import ft.transcendence.federation.subgraphs.Exchange;
import ft.transcendence.federation.subgraphs.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random worlds in which one subgraph request has a fault. {@code -Dfaults.seed=N} repeats a world, {@code -Dfaults.worlds=N} runs more of
 * them.
 */
final class FaultTests {

    private static final long FIRST_SEED = Long.getLong("faults.first", Long.getLong("random.first", 1L));
    private static final int WORLDS = Integer.getInteger("faults.worlds", 40);
    private static final int OPERATIONS = 10;
    private static final int FAULTS = 8;
    private static final int MOST_REPORTED = Integer.getInteger("faults.reported", 3);

    private final Map<String, Integer> problems = new LinkedHashMap<>();
    private final List<String> stories = new ArrayList<>();
    private int cases;

    @Test
    void faultAffectsDependentFieldsOnlyAndIsReported() {
        Long repeated = Long.getLong("faults.seed");
        long first = repeated == null ? FIRST_SEED : repeated;
        for (long seed = first; seed < first + (repeated == null ? WORLDS : 1); seed++) {
            Dice dice = new Dice(seed);
            WorldText text = RandomWorlds.world(dice);
            World world = RandomWorlds.open(seed, text);
            for (int i = 0; i < OPERATIONS; i++) {
                OperationGenerator.Operation operation = OperationGenerator.generate(world.consumerSchema(), dice);
                run(seed, world, text.withOperation(operation.document(), operation.variables()), dice);
            }
        }
        System.out.println("Faults: " + cases + " cases, problems " + problems);
        if (!problems.isEmpty()) {
            fail(problems + "\n\n" + String.join("\n\n=====\n\n", stories));
        }
    }

    private void run(long seed, World world, WorldText text, Dice dice) {
        World.Outcome healthy;
        try {
            healthy = world.run(text);
        } catch (RuntimeException | AssertionError e) {
            // the differential tests report this
            return;
        }
        if (healthy.exchanges().isEmpty() || !Verdict.problem(healthy).isEmpty()) {
            return;
        }
        ResponseChecker checker = new ResponseChecker(world.consumerSchema(), text.operation(), text.variableValues());
        String unsound = checker.problem(healthy.actual().get("data"));
        if (!unsound.isEmpty()) {
            throw new IllegalStateException("The checker refuses the healthy response: " + unsound + "\n" + text);
        }
        for (int i = 0; i < FAULTS; i++) {
            Fault fault = dice.oneOf(Fault.values());
            int requestsBefore = dice.between(0, healthy.exchanges().size() - 1);
            String body = "";
            String problem;
            cases++;
            try {
                byte[] bytes = world.runWithFault(text, fault, requestsBefore, dice);
                body = new String(bytes, StandardCharsets.UTF_8);
                problem = new FaultyResponse(fault, checker).problem(bytes, healthy.actual());
            } catch (RuntimeException e) {
                problem = "the engine threw " + e;
            }
            if (!problem.isEmpty()) {
                note(seed, fault, problem, body, text, healthy, world.takeExchanges());
            }
        }
    }

    private void note(
            long seed,
            Fault fault,
            String problem,
            String body,
            WorldText text,
            World.Outcome healthy,
            List<Exchange> exchanges) {
        String kind = fault + ": " + problem.replaceAll("( at [\\[.]|: |[0-9]).*", "");
        int count = problems.merge(kind, 1, Integer::sum);
        if (stories.size() < MOST_REPORTED && count == 1) {
            @Nullable Object extensions = healthy.actual().get("extensions");
            stories.add("seed " + seed + ", " + fault + ": " + problem + "\nfaulty   " + body + "\nhealthy  "
                    + Json.text(healthy.actual().get("data")) + "\nplan " + extensions + "\nhealthy requests\n"
                    + exchanges(healthy.exchanges()) + "\nrequests\n" + exchanges(exchanges) + "\n" + text);
        }
    }

    private static String exchanges(List<Exchange> exchanges) {
        return exchanges.stream().map(Exchange::toString).collect(Collectors.joining("\n"));
    }
}
