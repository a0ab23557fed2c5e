package ft.transcendence.federation.differential;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.IncrementalFormat;
import ft.transcendence.federation.subgraphs.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random operations with {@code @defer} at random places, in random worlds: the parts amount to the response without {@code @defer}.
 * {@code -Ddeferred.seed=N} repeats the world that a failure named, {@code -Ddeferred.worlds=N} runs more of them.
 */
final class DeferredWorldsTests {

    private static final long FIRST_SEED = Long.getLong("deferred.seed", Long.getLong("random.first", 1L));
    private static final int WORLDS =
            Integer.getInteger("deferred.worlds", System.getProperty("deferred.seed") == null ? 30 : 1);
    private static final int OPERATIONS = Integer.getInteger("deferred.operations", 12);

    private int cases;
    private int inSeveralParts;

    @Test
    void partsAmountToTheWholeResponse() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            Dice dice = new Dice(seed);
            WorldText text = RandomWorlds.world(dice);
            World world = RandomWorlds.open(seed, text);
            for (int i = 0; i < OPERATIONS; i++) {
                OperationGenerator.Operation operation = OperationGenerator.generate(world.consumerSchema(), dice);
                String deferred = Deferrals.addTo(operation.document(), dice);
                WorldText whole = text.withOperation(operation.document(), operation.variables());
                WorldText inParts = text.withOperation(deferred, operation.variables());
                for (IncrementalFormat format : IncrementalFormat.values()) {
                    check(world, whole, inParts, format, "seed " + seed + ", operation " + i + ", " + format);
                }
            }
        }
        assertThat(inSeveralParts * 10)
                .as("%s of %s responses have several parts", inSeveralParts, cases)
                .isGreaterThan(cases);
    }

    @Test
    void partsKeepToTheirFormatWhateverFails() {
        int failures = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            Dice dice = new Dice(-seed);
            WorldText text = RandomWorlds.world(dice);
            World world = RandomWorlds.open(seed, text);
            for (int i = 0; i < OPERATIONS; i++) {
                OperationGenerator.Operation operation = OperationGenerator.generate(world.consumerSchema(), dice);
                WorldText inParts =
                        text.withOperation(Deferrals.addTo(operation.document(), dice), operation.variables());
                IncrementalFormat format = dice.oneOf(IncrementalFormat.values());
                Fault fault = dice.oneOf(Fault.values());
                if (fault == Fault.NO_RESPONSE) {
                    continue;
                }
                List<String> parts =
                        world.runInPartsWithFault(inParts, format, fault, dice.between(0, 3), new Dice(seed));
                try {
                    failures += PartMerger.merge(format, parts).containsKey("errors") ? 1 : 0;
                } catch (RuntimeException | AssertionError problem) {
                    throw new AssertionError(
                            "seed " + seed + ", operation " + i + ", " + format + ", " + fault + "\n"
                                    + inParts.operation() + "\n" + String.join("\n", parts),
                            problem);
                }
            }
        }
        assertThat(failures).as("responses with errors").isGreaterThan(WORLDS / 2);
    }

    private void check(World world, WorldText whole, WorldText inParts, IncrementalFormat format, String name) {
        Map<String, @Nullable Object> expected = world.run(whole).actual();
        List<String> parts = List.of();
        try {
            parts = world.runInParts(inParts, format, new Dice(name.hashCode()));
            cases++;
            inSeveralParts += parts.size() > 1 ? 1 : 0;
            Map<String, @Nullable Object> merged = PartMerger.merge(format, parts);
            // a null stops at the border of a deferred fragment, and so propagates less far
            if (!expected.containsKey("errors") && !Json.text(merged).contains("too complex")) {
                assertThat(merged.get("errors")).isNull();
                assertThat(Json.same(merged.get("data"), expected.get("data")))
                        .as("%s\nis the same as\n%s", Json.text(merged.get("data")), Json.text(expected.get("data")))
                        .isTrue();
            }
        } catch (RuntimeException | AssertionError problem) {
            throw new AssertionError(
                    name + "\n" + problem.getMessage() + "\n" + inParts.operation() + "\n" + inParts.variables() + "\n"
                            + String.join("\n", parts) + "\nexpected " + Json.text(expected),
                    problem);
        }
    }
}
