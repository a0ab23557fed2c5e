package ft.transcendence.federation.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Random worlds and operations. {@code -Ddifferential.seed=N} repeats the world that a failure named, {@code -Ddifferential.worlds=N} runs
 * more of them.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DifferentialTests {

    private static final Path REGRESSIONS = Path.of("src/test/resources/differential/regressions");

    private static final long FIRST_SEED = Long.getLong("differential.first", Long.getLong("random.first", 101L));
    private static final int WORLDS = Integer.getInteger("differential.worlds", 100);
    private static final int OPERATIONS = Integer.getInteger("differential.operations", 20);
    private static final int MOST_REPORTED = Integer.getInteger("differential.reported", 3);

    /** Cases that failed once, reduced to their smallest form. */
    @TestFactory
    @Order(1)
    Stream<DynamicTest> regressions() throws IOException {
        try (Stream<Path> files = Files.list(REGRESSIONS)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        WorldText text = WorldText.parse(Files.readString(file));
                        World.Outcome outcome = new World(text).run(text);
                        assertThat(Verdict.problem(outcome))
                                .as(() -> Verdict.story(outcome))
                                .isEmpty();
                    }));
        }
    }

    @Test
    @Order(2)
    void respondsLikeOneServerOverTheMergedData() {
        Long repeated = Long.getLong("differential.seed");
        long first = repeated == null ? FIRST_SEED : repeated;
        int worlds = repeated == null ? WORLDS : 1;
        Map<String, Integer> problems = new LinkedHashMap<>();
        List<String> stories = new ArrayList<>();
        int cases = 0;
        int tooComplex = 0;
        for (long seed = first; seed < first + worlds; seed++) {
            Dice dice = new Dice(seed);
            WorldText text = RandomWorlds.world(dice);
            World world = RandomWorlds.open(seed, text);
            for (int i = 0; i < OPERATIONS; i++) {
                OperationGenerator.Operation operation = OperationGenerator.generate(world.consumerSchema(), dice);
                WorldText full = text.withOperation(operation.document(), operation.variables());
                String problem = problem(world, full);
                cases++;
                if (problem.contains("too complex to plan")) {
                    tooComplex++;
                } else if (!problem.isEmpty()) {
                    problems.merge(problem.lines().findFirst().orElse(""), 1, Integer::sum);
                    if (stories.size() < MOST_REPORTED) {
                        stories.add("seed " + seed + ", operation " + i + ": " + shrunkStory(world, full, problem));
                        break;
                    }
                }
            }
        }
        boolean isMostlyPlanned = tooComplex * 100 <= cases;
        System.out.println("Differential: " + cases + " cases, problems " + problems + ", too complex " + tooComplex
                + ", nulled " + nulled);
        assertThat(isMostlyPlanned)
                .as("%s of %s operations were too complex to plan", tooComplex, cases)
                .isTrue();
        if (!problems.isEmpty()) {
            fail(problems + "\n\n" + String.join("\n\n=====\n\n", stories));
        }
    }

    private static int nulled;

    private static String problem(WorldText text) {
        try {
            return problem(new World(text), text);
        } catch (RuntimeException brokenWorld) {
            return "the world is broken";
        }
    }

    private static String problem(World world, WorldText text) {
        try {
            World.Outcome outcome = world.run(text);
            nulled += outcome.expected().containsKey("errors") ? 1 : 0;
            return Verdict.problem(outcome);
        } catch (RuntimeException | AssertionError e) {
            return "the engine threw "
                    + String.valueOf(e.getMessage())
                            .lines()
                            .findFirst()
                            .orElse("")
                            .replaceAll("at .*", "");
        }
    }

    private static String shrunkStory(World world, WorldText full, String problem) {
        WorldText shrunk = new Shrinker(text -> problem(world, text).equals(problem)).shrink(full);
        shrunk = new WorldShrinker(text -> problem(text).equals(problem)).shrink(shrunk);
        String story;
        try {
            story = Verdict.story(new World(shrunk).run(shrunk));
        } catch (RuntimeException | AssertionError e) {
            story = "the engine threw " + e;
        }
        return problem + "\n" + story + "\nKeep this in " + REGRESSIONS + ":\n" + shrunk;
    }
}
