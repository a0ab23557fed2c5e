package ft.transcendence.federation.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.engine.FederationEngine;
import ft.transcendence.federation.subgraphs.Exchange;
import ft.transcendence.federation.subgraphs.InMemoryTransport;
import ft.transcendence.federation.subgraphs.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case of the conformance kit, on the engine and in-memory subgraphs. {@code -Dconformance.suites=a,b} runs some suites,
 * {@code -Dconformance.folder} takes the kit from elsewhere.
 */
final class ConformanceTests {

    private static final Path KIT = Path.of(System.getProperty("conformance.folder", "../conformance"));
    private static final String CHOSEN = System.getProperty("conformance.suites", "");

    /** By suite, for each case the subgraph requests it may take, or null if it is known to fail. The kit's runner updates the file. */
    private final Map<String, @Nullable Object> ratchet = Json.fields(Objects.requireNonNull(
            Json.fields(Json.read(text(KIT.resolve("ratchet.json")))).get("cases")));

    private final List<String> summary = new ArrayList<>();
    private int nextId;
    private int requests;
    private int failures;

    @TestFactory
    Stream<DynamicNode> passesEveryCase() {
        Set<String> chosen = CHOSEN.isEmpty() ? Set.of() : Set.of(CHOSEN.split(","));
        return Suite.folders(KIT.resolve("suites")).stream()
                .filter(folder ->
                        chosen.isEmpty() || chosen.contains(folder.getFileName().toString()))
                .map(this::suite);
    }

    @AfterEach
    void printSummary() {
        System.out.println("Conformance: " + failures + " cases failed, " + requests + " subgraph requests\n  "
                + String.join("\n  ", summary));
    }

    private DynamicNode suite(Path folder) {
        Suite suite = new Suite(folder);
        InMemoryTransport transport = new InMemoryTransport(suite.subgraphs());
        Lazy<FederationEngine> engine = new Lazy<>(() -> FederationEngine.builder()
                .supergraph(suite.supergraph())
                .transport(transport)
                .build());
        Iterator<@Nullable Object> allowed =
                Json.items(Objects.requireNonNull(ratchet.get(suite.name()))).iterator();
        Stream<DynamicTest> tests = suite.cases().stream().map(testCase -> {
            Object allowedRequests = allowed.next();
            return DynamicTest.dynamicTest(testCase.name(), () -> {
                suite.reset();
                transport.takeExchanges();
                run(testCase.withId("id" + nextId++), allowedRequests, engine, transport);
            });
        });
        return DynamicContainer.dynamicContainer(suite.name(), tests);
    }

    private void run(
            ConformanceCase testCase,
            @Nullable Object allowedRequests,
            Lazy<FederationEngine> engine,
            InMemoryTransport transport) {
        @Nullable Throwable thrown = null;
        Map<String, @Nullable Object> actual = Map.of();
        try {
            actual = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> execute(testCase, engine.get()));
        } catch (Throwable e) {
            thrown = e;
        }
        List<Exchange> exchanges = transport.takeExchanges();
        requests += exchanges.size();
        String problem = thrown == null ? problem(testCase, actual) : "the engine threw " + thrown;
        if (problem.isEmpty()) {
            if (allowedRequests instanceof Number number) {
                assertThat(exchanges.size())
                        .as("subgraph requests; ratchet.json has the allowed number")
                        .isLessThanOrEqualTo(number.intValue());
            }
            if (exchanges.size() > testCase.bestKnownRequests()) {
                summary.add("%s: %d requests, best known %d"
                        .formatted(testCase.name(), exchanges.size(), testCase.bestKnownRequests()));
            }
            return;
        }
        failures++;
        summary.add(testCase.name() + ": " + problem);
        String story = story(testCase, problem, actual, exchanges);
        if (allowedRequests == null) {
            abort(story);
        }
        fail(story, thrown);
    }

    private static Map<String, @Nullable Object> execute(ConformanceCase testCase, FederationEngine engine) {
        RequestContext context = RequestContext.builder()
                .allow(RequestContext.Feature.QUERY_PLAN)
                .build();
        GraphQLRequest request = GraphQLRequest.of(testCase.operation(), testCase.variables());
        return Json.fields(Json.read(engine.execute(request, context).join().bodyAsString()));
    }

    private static String problem(ConformanceCase testCase, Map<String, @Nullable Object> actual) {
        boolean hasErrors = actual.get("errors") instanceof List<?> errors && !errors.isEmpty();
        if (!Json.same(actual.get("data"), testCase.data())) {
            return "other data than expected";
        }
        if (hasErrors == testCase.hasErrors()) {
            return "";
        }
        return hasErrors ? "unexpected errors" : "errors expected, none given";
    }

    private static String story(
            ConformanceCase testCase, String problem, Map<String, @Nullable Object> actual, List<Exchange> exchanges) {
        return """
                %s: %s
                operation
                %s
                variables %s
                expected  %s%s
                actual    %s
                errors    %s
                plan
                %s
                subgraph requests: %d (best known %d)
                %s""".formatted(
                        testCase.name(),
                        problem,
                        testCase.operation(),
                        Json.text(testCase.variables()),
                        Json.text(testCase.data()),
                        testCase.hasErrors() ? "  and errors" : "",
                        Json.text(actual.get("data")),
                        Json.text(actual.get("errors")),
                        actual.get("extensions") instanceof Map<?, ?> extensions ? extensions.get("queryPlan") : "none",
                        exchanges.size(),
                        testCase.bestKnownRequests(),
                        exchanges.stream().map(Exchange::toString).collect(Collectors.joining("\n")));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
