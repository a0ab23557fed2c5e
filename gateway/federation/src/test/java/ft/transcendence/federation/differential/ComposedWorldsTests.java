package ft.transcendence.federation.differential;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.differential.ComposedWorld.Operation;
import ft.transcendence.federation.subgraphs.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Supergraphs made by a composer, one semantic rule each: the response must be that of one server over the merged data, with the fewest
 * requests. {@code -Dcomposed.worlds=FOLDER} reads the files from another folder, {@code -Dcomposed.chosen=a,b} runs some of them.
 */
final class ComposedWorldsTests {

    private static final Path FOLDER =
            Path.of(System.getProperty("composed.worlds", "src/test/resources/differential/composed"));
    private static final List<String> CHOSEN =
            Stream.of(System.getProperty("composed.chosen", "").split(",")).toList();

    @TestFactory
    Stream<DynamicNode> respondsLikeOneServerWithTheFewestRequests() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream()
                    .filter(file -> CHOSEN.stream().anyMatch(file.getFileName().toString()::contains))
                    .map(ComposedWorldsTests::world);
        }
    }

    private static DynamicNode world(Path file) {
        ComposedWorld composed = ComposedWorld.parse(text(file));
        Map<String, World> opened = new LinkedHashMap<>();
        return DynamicContainer.dynamicContainer(
                file.getFileName().toString(),
                composed.operations().stream()
                        .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
                            World world = opened.computeIfAbsent("", ignored -> new World(composed.world()));
                            check(
                                    world.run(
                                            composed.world()
                                                    .withOperation(
                                                            operation.document(),
                                                            Json.fields(Json.read(operation.variables()))),
                                            operation.labels()),
                                    operation);
                        })));
    }

    private static void check(World.Outcome outcome, Operation operation) {
        World.Outcome checked =
                operation.expected().isPresent() || operation.errors() ? expecting(operation, outcome) : outcome;
        String problem = Verdict.problem(checked);
        assertThat(problem)
                .as(() -> operation.document() + "\n" + Verdict.story(checked))
                .isEmpty();
        assertThat(outcome.exchanges())
                .as(() -> "requests for " + operation.document() + "\n" + Verdict.story(checked))
                .hasSize(operation.requests());
    }

    /** The outcome with the literal expectation instead of the oracle's; expected errors are checked and removed. */
    private static World.Outcome expecting(Operation operation, World.Outcome outcome) {
        Map<String, @Nullable Object> actual = new LinkedHashMap<>(outcome.actual());
        if (operation.errors()) {
            assertThat(actual.remove("errors")).as(() -> Verdict.story(outcome)).isInstanceOf(List.class);
        }
        Map<String, Object> expected = new LinkedHashMap<>(outcome.expected());
        expected.remove("errors");
        operation.expected().ifPresent(json -> {
            expected.remove("data");
            Object data = Json.read(json);
            if (data != null) {
                expected.put("data", data);
            }
        });
        return new World.Outcome(
                expected, actual, outcome.expectedMutations(), outcome.actualMutations(), outcome.exchanges());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
