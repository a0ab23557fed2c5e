package ft.transcendence.gateway.supergraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.federation.CostLimit;
import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.Limits;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphErrorPolicy;
import ft.transcendence.gateway.cache.CacheProperties;
import ft.transcendence.gateway.cache.ResponseCache;
import ft.transcendence.gateway.reload.Reloadable;
import ft.transcendence.gateway.settings.BoundSettings;
import ft.transcendence.gateway.subgraph.SubgraphErrorRedaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class CurrentEngineTests {
    private static final Path SUPERGRAPH = Path.of("src/test/resources/supergraph.graphql");
    private static final GraphQLRequest ASKS_NAME =
            GraphQLRequest.of("{ __type(name: \"Player\") { fields { name } } }");

    @TempDir
    private Path folder;

    private static final SupergraphReloadListener FAILING = new SupergraphReloadListener() {
        @Override
        public void reloaded() {
            throw new AssertionError("a listener's defect");
        }

        @Override
        public void refused() {
            throw new AssertionError("a listener's defect");
        }
    };

    private final BlockingQueue<String> reloads = new LinkedBlockingQueue<>();
    private final List<SupergraphReloadListener> listeners = new ArrayList<>(List.of(new Remembering()));

    @Test
    void servesAChangedSupergraphAndKeepsTheOldOneWhenTheChangeIsBroken() throws Exception {
        Path file = folder.resolve("supergraph.graphql");
        String sdl = Files.readString(SUPERGRAPH);
        Files.writeString(file, sdl);
        CurrentEngine engine = engine(file);
        try {
            assertThat(queryFieldsOf(engine)).contains("name").doesNotContain("nickname");
            replace(file, sdl.replace("  name: String\n", "  nickname: String\n"));
            assertThat(reloads.poll(10, TimeUnit.SECONDS)).isEqualTo("used");
            assertThat(queryFieldsOf(engine)).contains("nickname");
            replace(file, "type Query {");
            assertThat(reloads.poll(10, TimeUnit.SECONDS)).isEqualTo("refused");
            assertThat(queryFieldsOf(engine)).contains("nickname");
            replace(file, sdl);
            assertThat(reloads.poll(10, TimeUnit.SECONDS)).isEqualTo("used");
            assertThat(queryFieldsOf(engine)).doesNotContain("nickname");
        } finally {
            engine.destroy();
        }
    }

    @Test
    void continuesToWatchAfterAFileThatIsNestedTooDeeply() throws Exception {
        Path file = folder.resolve("supergraph.graphql");
        String sdl = Files.readString(SUPERGRAPH);
        Files.writeString(file, sdl);
        CurrentEngine engine = engine(file);
        try {
            // the parser of documents stops in time, the one of field sets runs out of stack
            int deeperThanAnyStack = 100_000;
            String key = "id{".repeat(deeperThanAnyStack) + "id" + "}".repeat(deeperThanAnyStack);
            replace(file, sdl.replace("key: \"id\"", "key: \"" + key + "\""));
            assertThat(reloads.poll(20, TimeUnit.SECONDS)).isEqualTo("refused");
            replace(file, sdl.replace("  name: String\n", "  nickname: String\n"));
            assertThat(reloads.poll(10, TimeUnit.SECONDS)).isEqualTo("used");
            assertThat(queryFieldsOf(engine)).contains("nickname");
        } finally {
            engine.destroy();
        }
    }

    @Test
    void continuesToWatchAfterAnError() throws Exception {
        Path file = folder.resolve("supergraph.graphql");
        String sdl = Files.readString(SUPERGRAPH);
        Files.writeString(file, sdl);
        listeners.add(FAILING);
        CurrentEngine engine = engine(file);
        try {
            replace(file, "type Query {");
            assertThat(reloads.poll(10, TimeUnit.SECONDS)).isEqualTo("refused");
            replace(file, sdl.replace("  name: String\n", "  nickname: String\n"));
            assertThat(reloads.poll(10, TimeUnit.SECONDS)).isEqualTo("used");
        } finally {
            engine.destroy();
        }
    }

    @Test
    void reportsWhatIsMissing() {
        assertThatExceptionOfType(SupergraphUnusableException.class)
                .isThrownBy(() -> engine(folder.resolve("nowhere.graphql")))
                .withMessageStartingWith("There is no supergraph file at ")
                .satisfies(failure -> assertThat(failure.remedy()).contains("SUPERGRAPH"));
    }

    @Test
    void reportsWhyASupergraphIsUnusable() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.graphql"), "type Query {");
        assertThatExceptionOfType(SupergraphUnusableException.class)
                .isThrownBy(() -> engine(file))
                .withMessageMatching("(?s)The supergraph .*broken\\.graphql cannot be used: .+");
    }

    private CurrentEngine engine(Path file) {
        Limits defaults = Limits.defaults();
        return new CurrentEngine(
                new SupergraphProperties(
                        file.toString(), Duration.ofMillis(50), DataSize.ofMegabytes(1), Duration.ofHours(1)),
                request -> CompletableFuture.failedFuture(new IllegalStateException("Subgraphs are not called")),
                ResponseCache.inMemory(BoundSettings.bind(CacheProperties.class), InstantSource.system()),
                new SubgraphErrorRedaction(SubgraphErrorPolicy.redacting()),
                Reloadable.all(
                        OperationLimitsProperties.class,
                        new OperationLimitsProperties(
                                defaults.maxCharacters(),
                                defaults.maxTokens(),
                                defaults.maxDepth(),
                                defaults.maxFields(),
                                defaults.maxAliases(),
                                defaults.maxRootFields(),
                                0,
                                0,
                                CostLimit.Mode.ENFORCE,
                                10)),
                new PlanningProperties(1, 10, 10, Duration.ofSeconds(5)),
                listeners);
    }

    private final class Remembering implements SupergraphReloadListener {
        @Override
        public void reloaded() {
            reloads.add("used");
        }

        @Override
        public void refused() {
            reloads.add("refused");
        }
    }

    /** As deployments do: the new file replaces the old one atomically. */
    private void replace(Path file, String text) throws IOException {
        Path next = Files.writeString(folder.resolve("next.graphql"), text);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String queryFieldsOf(CurrentEngine engine) throws Exception {
        return engine.get()
                .execute(ASKS_NAME, RequestContext.anonymous())
                .get(5, TimeUnit.SECONDS)
                .bodyAsString();
    }
}
